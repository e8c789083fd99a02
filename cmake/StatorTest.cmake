# stator_test(core/document/tst_json_reader LINKS stator::document LABELS core)
# One test for one source file; LABELS choose it with `ctest -L` and are built by the target tests_LABEL. The working
# directory is the source root.
#
# With STATOR_JOIN_FILES the files that mirror a folder of the program become one executable, compiled a few at a time:
# most of what a test costs is what it includes. Each is still a test, and a target, of its own name.
function(stator_test path)
    cmake_parse_arguments(PARSE_ARGV 1 test "" "" "LINKS;LABELS;SOURCES")
    get_filename_component(name ${path} NAME)
    set(source ${PROJECT_SOURCE_DIR}/tests/${path}.cpp)
    # moc alone: AUTOMOC scans each of a hundred executables and compiles a second, empty file for it. Not told of a
    # target it reads nothing that the file includes; what it then cannot read is a # in a raw string.
    set(moc ${CMAKE_CURRENT_BINARY_DIR}/${name}.moc)
    if(NOT test_SOURCES)
        qt6_generate_moc(${source} ${moc})
    endif()
    if(STATOR_JOIN_FILES AND NOT test_SOURCES AND path MATCHES "^(core|ui|durability)/")
        stator_joined_test(${path})
        add_custom_target(${name} DEPENDS ${joined})
        set(executable ${joined})
        set(command ${joined} ${name})
    else()
        add_executable(${name} ${source} ${test_SOURCES})
        if(test_SOURCES)
            set_target_properties(${name} PROPERTIES AUTOMOC ON)
        else()
            target_sources(${name} PRIVATE ${moc})
        endif()
        stator_test_options(${name} ${path} "${test_SOURCES}")
        set(executable ${name})
        set(command ${name})
    endif()
    target_link_libraries(${executable} PRIVATE ${test_LINKS})
    add_test(NAME ${name} COMMAND ${command} WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
    # What reads bytes from outside also runs under the sanitizers in `./dev test`.
    if(path MATCHES "^core/(model|document|api|encoding|storage|expression|partiql|endpoint)/")
        list(APPEND test_LABELS sanitize)
    endif()
    foreach(label IN LISTS test_LABELS)
        if(NOT TARGET tests_${label})
            add_custom_target(tests_${label})
        endif()
        add_dependencies(tests_${label} ${executable})
    endforeach()
    set_tests_properties(${name} PROPERTIES
        LABELS "${test_LABELS}"
        TIMEOUT 300
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;TSAN_OPTIONS=suppressions=${PROJECT_SOURCE_DIR}/tests/support/tsan.supp;QT_LOGGING_RULES=qt.qpa.*=false")
endfunction()

function(stator_test_options target path sources)
    set_target_properties(${target} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
    target_compile_options(${target} PRIVATE ${STATOR_TEST_OPTIONS})
    target_link_libraries(${target} PRIVATE stator::options Qt6::Test)
    target_include_directories(${target} PRIVATE ${PROJECT_SOURCE_DIR}/tests ${CMAKE_CURRENT_BINARY_DIR})
    if(NOT path MATCHES "^ui/")
        target_precompile_headers(${target} REUSE_FROM stator_test_pch)
    elseif(NOT sources)
        # A test that compiles a file of the program itself may define more of Qt than the shared header knows.
        target_link_libraries(${target} PRIVATE Qt6::Widgets stator::service)
        target_precompile_headers(${target} REUSE_FROM stator_ui_test_pch)
    endif()
endfunction()

# Adds a file to the executable of its folder; sets `joined` to its name.
function(stator_joined_test path)
    get_filename_component(folder ${path} DIRECTORY)
    get_filename_component(name ${path} NAME)
    string(REPLACE "/" "_" joined "${folder}_tests")
    if(NOT TARGET ${joined})
        add_executable(${joined} $<TARGET_OBJECTS:stator_joined_main>)
        stator_test_options(${joined} ${path} "")
        if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
            target_compile_options(${joined} PRIVATE -Wno-subobject-linkage) # as stator_join_files()
        endif()
        set_property(DIRECTORY PROPERTY STATOR_JOINED ${joined})
        cmake_language(DEFER CALL stator_join_tests)
    endif()
    target_sources(${joined} PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/${name}.moc)
    set_property(TARGET ${joined} APPEND PROPERTY STATOR_TESTS ${PROJECT_SOURCE_DIR}/tests/${path}.cpp)
    set(joined ${joined} PARENT_SCOPE)
endfunction()

# At the end of a folder, when all of its files are known.
function(stator_join_tests)
    set(batch_size 24)
    get_property(joined DIRECTORY PROPERTY STATOR_JOINED)
    get_target_property(sources ${joined} STATOR_TESTS)
    list(LENGTH sources count)
    set(first 0)
    while(first LESS count)
        list(SUBLIST sources ${first} ${batch_size} batch)
        set(file ${CMAKE_CURRENT_BINARY_DIR}/joined_${first}.cpp)
        add_custom_command(
            OUTPUT ${file}
            COMMAND ${CMAKE_COMMAND} -DOUTPUT=${file} "-DSOURCES=${batch}" -P ${PROJECT_SOURCE_DIR}/cmake/JoinTests.cmake
            DEPENDS ${batch} ${PROJECT_SOURCE_DIR}/cmake/JoinTests.cmake
            VERBATIM)
        target_sources(${joined} PRIVATE ${file})
        math(EXPR first "${first} + ${batch_size}")
    endwhile()
endfunction()
