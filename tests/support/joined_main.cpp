// Runs the test file that the first argument names; the rest is Qt Test's.
#include <cstdio>

#include "support/joined_test.h"

int main(int argc, char **argv)
{
    const auto &tests = stator::test::JoinedTest::all();
    const auto found = argc > 1 ? tests.find(argv[1]) : tests.end();
    if (found == tests.end()) {
        std::fputs("The first argument names one of:\n", stderr);
        for (const auto &[name, run] : tests)
            std::fprintf(stderr, "  %.*s\n", static_cast<int>(name.size()), name.data());
        return 2;
    }
    argv[1] = argv[0];
    return found->second(argc - 1, argv + 1);
}
