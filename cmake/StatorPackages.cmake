# Every third-party library, found once. Modules name the targets they use in PRIVATE.
find_package(fmt REQUIRED)
find_package(simdjson CONFIG REQUIRED)
find_package(ZLIB REQUIRED)
find_package(leveldb CONFIG REQUIRED)
find_package(CURL 7.85 REQUIRED)
find_package(Boost 1.81 CONFIG REQUIRED COMPONENTS headers)

# Debian's xxHash comes without CMake files.
find_path(STATOR_XXHASH_INCLUDE xxhash.h REQUIRED)
find_library(STATOR_XXHASH_LIBRARY xxhash REQUIRED)
add_library(stator_xxhash INTERFACE)
add_library(stator::xxhash ALIAS stator_xxhash)
target_include_directories(stator_xxhash SYSTEM INTERFACE ${STATOR_XXHASH_INCLUDE})
target_link_libraries(stator_xxhash INTERFACE ${STATOR_XXHASH_LIBRARY})

find_path(STATOR_DEFLATE_INCLUDE libdeflate.h REQUIRED)
find_library(STATOR_DEFLATE_LIBRARY deflate REQUIRED)
add_library(stator_deflate INTERFACE)
add_library(stator::deflate ALIAS stator_deflate)
target_include_directories(stator_deflate SYSTEM INTERFACE ${STATOR_DEFLATE_INCLUDE})
target_link_libraries(stator_deflate INTERFACE ${STATOR_DEFLATE_LIBRARY})

# Nor does jemalloc.
find_path(STATOR_JEMALLOC_INCLUDE jemalloc/jemalloc.h REQUIRED)
find_library(STATOR_JEMALLOC_LIBRARY jemalloc REQUIRED)
add_library(stator_jemalloc INTERFACE)
add_library(stator::jemalloc ALIAS stator_jemalloc)
target_include_directories(stator_jemalloc SYSTEM INTERFACE ${STATOR_JEMALLOC_INCLUDE})
target_link_libraries(stator_jemalloc INTERFACE ${STATOR_JEMALLOC_LIBRARY})

# The editor of statements; Debian's QScintilla comes without CMake files, next to Qt's own headers.
if(STATOR_WINDOW)
    find_package(Qt6 6.4 REQUIRED COMPONENTS Widgets PrintSupport)
    get_target_property(stator_qt_includes Qt6::Core INTERFACE_INCLUDE_DIRECTORIES)
    find_path(STATOR_QSCINTILLA_INCLUDE Qsci/qsciscintilla.h HINTS ${stator_qt_includes} PATH_SUFFIXES qt6 REQUIRED)
    find_library(STATOR_QSCINTILLA_LIBRARY qscintilla2_qt6 REQUIRED)
    add_library(stator_qscintilla INTERFACE)
    add_library(stator::qscintilla ALIAS stator_qscintilla)
    target_include_directories(stator_qscintilla SYSTEM INTERFACE ${STATOR_QSCINTILLA_INCLUDE})
    target_link_libraries(stator_qscintilla INTERFACE ${STATOR_QSCINTILLA_LIBRARY} Qt6::Widgets Qt6::PrintSupport)
endif()
