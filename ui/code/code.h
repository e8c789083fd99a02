// A request as program text: the AWS CLI and the SDKs. Pure functions; what they write runs as it stands, with
// credentials from the usual places.
//
// Threads: any.
#pragma once

#include <QtCore/QList>
#include <QtCore/QString>

#include "code/code_tree.h"

namespace stator::ui::code {

enum class Language : unsigned char { Cli, Python, JavaScript, Java, Go, Rust, Cpp, CSharp };

inline const QList<Language> kLanguages{Language::Cli, Language::Python, Language::JavaScript, Language::Java,
                                        Language::Go,  Language::Rust,   Language::Cpp,        Language::CSharp};

// "AWS CLI", "Python", …; proper names, not translated.
QString languageName(Language language);
// For settings: "cli", "python", …
QString languageId(Language language);

QString codeFor(const Request &request, Language language);

} // namespace stator::ui::code
