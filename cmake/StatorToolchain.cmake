# Compiler, linker and warnings, said once: everything links the INTERFACE target stator::options.

set(CMAKE_POSITION_INDEPENDENT_CODE ON)

find_program(STATOR_CCACHE ccache)
if(STATOR_CCACHE)
    set(CMAKE_CXX_COMPILER_LAUNCHER ${STATOR_CCACHE})
endif()

add_library(stator_options INTERFACE)
add_library(stator::options ALIAS stator_options)

target_compile_options(stator_options INTERFACE
    -Wall -Wextra -Wshadow -Wconversion -Wsign-conversion -Wnon-virtual-dtor -Woverloaded-virtual
    -Wimplicit-fallthrough -Werror
    -fno-omit-frame-pointer)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # GCC 12 reports std::string's own code at -O2 (its bugs 105329, 105651, 105762).
    # It collects garbage from 128 MB on, a fifth of the time a file takes; here from a sixteenth of the memory on.
    cmake_host_system_information(RESULT memory QUERY TOTAL_PHYSICAL_MEMORY) # in MiB
    math(EXPR heap "${memory} * 1024 / 16")
    target_compile_options(stator_options INTERFACE -Wno-restrict -fpch-preprocess --param=ggc-min-heapsize=${heap}
        $<$<NOT:$<CONFIG:Debug>>:-Wno-array-bounds>
        $<$<NOT:$<CONFIG:Debug>>:-Wno-stringop-overflow>)
endif()

# Line tables are enough for backtraces and profilers, and link twice as fast.
set(CMAKE_CXX_FLAGS_RELWITHDEBINFO "-O2 -g1 -DNDEBUG")
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
    # With inlining GCC 12 sees overruns in std::string's own code (its bug 105651); later versions do not.
    string(APPEND CMAKE_CXX_FLAGS_RELWITHDEBINFO " -Wno-array-bounds -Wno-stringop-overflow -Wno-stringop-overread")
endif()
set(CMAKE_CXX_FLAGS_DEBUG "-O0 -g1")

# The window waits for people, the core and Qt: it paints as fast as with -O2, and compiles in three quarters of the time.
# All that shares its precompiled header has to say so: GCC takes a header of another level and crashes.
set(STATOR_WINDOW_OPTIONS $<$<CONFIG:RelWithDebInfo>:-O1>)

# CRC-32C and XXH3 use SSE 4.2, which every 64-bit x86 desktop of the last fifteen years has.
if(CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64")
    target_compile_options(stator_options INTERFACE -msse4.2)
endif()

find_program(STATOR_MOLD mold)
if(STATOR_MOLD)
    target_link_options(stator_options INTERFACE -fuse-ld=mold)
endif()

if(STATOR_SANITIZE)
    target_compile_options(stator_options INTERFACE -fsanitize=${STATOR_SANITIZE} -fno-sanitize-recover=all -O1)
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
        # Instrumented code confuses GCC's flow analysis as well (its manual says so of -fsanitize).
        target_compile_options(stator_options INTERFACE
            -Wno-array-bounds -Wno-stringop-overflow -Wno-stringop-overread -Wno-maybe-uninitialized)
    endif()
    target_link_options(stator_options INTERFACE -fsanitize=${STATOR_SANITIZE})
    target_compile_definitions(stator_options INTERFACE STATOR_SANITIZED)
endif()

find_package(Threads REQUIRED)
target_link_libraries(stator_options INTERFACE Threads::Threads)
