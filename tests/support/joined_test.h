// Several test files in one executable, whose first argument says which one runs (cmake/StatorTest.cmake).
#pragma once

#include <map>
#include <string_view>

#include <QtTest/QTest>

namespace stator::test {

class JoinedTest {
public:
    using Run = int (*)(int argc, char **argv);

    JoinedTest(std::string_view name, Run run) { all().emplace(name, run); }
    static std::map<std::string_view, Run> &all()
    {
        static std::map<std::string_view, Run> tests;
        return tests;
    }
};

} // namespace stator::test

// QTEST_MAIN and QTEST_GUILESS_MAIN are made of this one; what would be main() is run() here.
#undef QTEST_MAIN_WRAPPER
#define QTEST_MAIN_WRAPPER(TestObject, ...)                                                                            \
    int run(int argc, char **argv)                                                                                     \
    {                                                                                                                  \
        QTest::Internal::callInitMain<TestObject>();                                                                   \
        __VA_ARGS__                                                                                                    \
        TestObject tests;                                                                                              \
        QTEST_SET_MAIN_SOURCE_PATH                                                                                     \
        return QTest::qExec(&tests, argc, argv);                                                                       \
    }
