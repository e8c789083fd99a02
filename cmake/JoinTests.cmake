# Writes OUTPUT, which includes the test files SOURCES, each in a namespace of its own: what they name alike stays apart.
# What they include comes first and outside, so that in there it is included already.
set(includes "")
set(bodies "")
foreach(source IN LISTS SOURCES)
    get_filename_component(name ${source} NAME_WE)
    file(STRINGS ${source} lines REGEX "^#include")
    list(FILTER lines EXCLUDE REGEX "\\.moc\"")
    list(APPEND includes ${lines})
    string(APPEND bodies "namespace ${name}_file {\n#include \"${source}\"\n}\n"
                         "static const stator::test::JoinedTest ${name}_joined(\"${name}\", ${name}_file::run);\n")
endforeach()
list(REMOVE_DUPLICATES includes)
list(JOIN includes "\n" includes)
file(WRITE ${OUTPUT} "${includes}\n#include \"support/joined_test.h\"\n${bodies}")
