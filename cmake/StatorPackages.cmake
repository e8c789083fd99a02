# Every third-party library, found once. Modules name the targets they use in PRIVATE.
find_package(fmt REQUIRED)
find_package(simdjson CONFIG REQUIRED)
find_package(ZLIB REQUIRED)
find_package(leveldb CONFIG REQUIRED)
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
