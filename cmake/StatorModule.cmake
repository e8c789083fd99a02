# Compiles a module's files several at a time: most of what a file costs is what it includes. A build for changing the
# program leaves it off, so that a change compiles one file.
function(stator_join_files target)
    set_target_properties(${target} PROPERTIES UNITY_BUILD ${STATOR_JOIN_FILES} UNITY_BUILD_BATCH_SIZE 20)
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
