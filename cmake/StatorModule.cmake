# Compiles a module's files several at a time: most of what a file costs is what it includes. A build for changing the
# program leaves it off, so that a change compiles one file.
function(stator_join_files target)
    set_target_properties(${target} PROPERTIES UNITY_BUILD ${STATOR_JOIN_FILES} UNITY_BUILD_BATCH_SIZE 10)
    if(STATOR_JOIN_FILES AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
        # Its reason, a header that names what each file has of its own, is not given in a file of files.
        target_compile_options(${target} PRIVATE -Wno-subobject-linkage)
    endif()
endfunction()

# One call describes a module: its sources, and the floors below it that it stands on.
#
#   stator_core_module(storage SOURCES store.cpp … LINKS stator::encoding stator::crypto PRIVATE leveldb::leveldb)
#
# makes the static library stator_storage with the alias stator::storage. LINKS are the arrows of
# ARCHITECTURE.md; tests/tidy checks that no include goes against them. Third-party libraries go to PRIVATE.
# PRECOMPILE names headers that cost the module's files more than their own code.
function(stator_core_module name)
    cmake_parse_arguments(PARSE_ARGV 1 module "" "" "SOURCES;LINKS;PRIVATE;PRECOMPILE")
    set(target stator_${name})
    if(module_SOURCES)
        add_library(${target} STATIC ${module_SOURCES})
        target_include_directories(${target} PUBLIC ${PROJECT_SOURCE_DIR}/core)
        target_link_libraries(${target} PUBLIC stator::options ${module_LINKS} PRIVATE ${module_PRIVATE})
        stator_join_files(${target})
        if(module_PRECOMPILE)
            target_precompile_headers(${target} PRIVATE ${PROJECT_SOURCE_DIR}/core/base/pch.h ${module_PRECOMPILE})
        elseif(NOT name STREQUAL "base")
            target_precompile_headers(${target} REUSE_FROM stator_base)
        endif()
    else()
        add_library(${target} INTERFACE)
        target_include_directories(${target} INTERFACE ${PROJECT_SOURCE_DIR}/core)
        target_link_libraries(${target} INTERFACE stator::options ${module_LINKS})
    endif()
    add_library(stator::${name} ALIAS ${target})
endfunction()

# stator_test(core/document/tst_json_reader LINKS stator::document LABELS core)
# One executable for one source file; LABELS choose it with `ctest -L`
# and are built by the target tests_LABEL. The working directory is the source root.
function(stator_test path)
    cmake_parse_arguments(PARSE_ARGV 1 test "" "" "LINKS;LABELS;SOURCES")
    get_filename_component(name ${path} NAME)
    set(source ${PROJECT_SOURCE_DIR}/tests/${path}.cpp)
    set(moc ${CMAKE_CURRENT_BINARY_DIR}/${name}.moc)
    if(test_SOURCES)
        add_executable(${name} ${source} ${test_SOURCES})
        set_target_properties(${name} PROPERTIES AUTOMOC ON)
    else()
        # moc alone: AUTOMOC scans each of a hundred executables and compiles a second, empty file for it.
        qt6_generate_moc(${source} ${moc} TARGET ${name})
        add_executable(${name} ${source} ${moc})
    endif()
    set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
    target_compile_options(${name} PRIVATE ${STATOR_TEST_OPTIONS})
    target_link_libraries(${name} PRIVATE ${test_LINKS} stator::options Qt6::Test)
    target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR}/tests ${CMAKE_CURRENT_BINARY_DIR})
    if(path MATCHES "^ui/")
        # A test that compiles a file of the program itself may define more of Qt than the shared header knows.
        if(NOT test_SOURCES)
            target_link_libraries(${name} PRIVATE Qt6::Widgets stator::service)
            target_precompile_headers(${name} REUSE_FROM stator_ui_test_pch)
        endif()
    else()
        target_precompile_headers(${name} REUSE_FROM stator_test_pch)
    endif()
    add_test(NAME ${name} COMMAND ${name} WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
    # What reads bytes from outside also runs under the sanitizers in `./dev test`.
    if(path MATCHES "^core/(model|document|api|encoding|storage|expression|partiql|endpoint)/")
        list(APPEND test_LABELS sanitize)
    endif()
    foreach(label IN LISTS test_LABELS)
        if(NOT TARGET tests_${label})
            add_custom_target(tests_${label})
        endif()
        add_dependencies(tests_${label} ${name})
    endforeach()
    set_tests_properties(${name} PROPERTIES
        LABELS "${test_LABELS}"
        TIMEOUT 300
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;TSAN_OPTIONS=suppressions=${PROJECT_SOURCE_DIR}/tests/support/tsan.supp;QT_LOGGING_RULES=qt.qpa.*=false")
endfunction()
