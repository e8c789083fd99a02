#include "code/code.h"

#include "code/code_writer.h"

namespace stator::ui::code {

using namespace Qt::StringLiterals;

QString languageName(Language language)
{
    switch (language) {
    case Language::Cli:
        return u"AWS CLI"_s;
    case Language::Python:
        return u"Python"_s;
    case Language::JavaScript:
        return u"JavaScript"_s;
    case Language::Java:
        return u"Java"_s;
    case Language::Go:
        return u"Go"_s;
    case Language::Rust:
        return u"Rust"_s;
    case Language::Cpp:
        return u"C++"_s;
    case Language::CSharp:
        return u"C#"_s;
    }
    return {};
}

QString languageId(Language language)
{
    switch (language) {
    case Language::Cli:
        return u"cli"_s;
    case Language::Cpp:
        return u"cpp"_s;
    case Language::CSharp:
        return u"csharp"_s;
    default:
        return languageName(language).toLower();
    }
}

QString codeFor(const Request &request, Language language)
{
    switch (language) {
    case Language::Cli:
        return cliCode(request);
    case Language::Python:
        return pythonCode(request);
    case Language::JavaScript:
        return javaScriptCode(request);
    case Language::Java:
        return javaCode(request);
    case Language::Go:
        return goCode(request);
    case Language::Rust:
        return rustCode(request);
    case Language::Cpp:
        return cppCode(request);
    case Language::CSharp:
        return csharpCode(request);
    }
    return {};
}

} // namespace stator::ui::code
