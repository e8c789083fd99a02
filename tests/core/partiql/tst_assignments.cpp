#include <QtTest/QTest>

#include "core/partiql/parsed.h"
#include "partiql/assignments.h"

using namespace stator;

class TestAssignments : public QObject {
    Q_OBJECT

private:
    static QString applied(const std::string &assignments)
    {
        const auto statement =
            parsed::statement("UPDATE t " + assignments + " WHERE k = 'x' AND size(s) > 1");
        const auto update = partiql::updateOf(statement);
        if (!update.ok())
            return QString::fromStdString(update.error().message);
        const auto item = parsed::item(
            "{'k':{'S':'x'},'l':{'L':[{'N':'1'},{'N':'2'}]},'m':{'M':{'a':{'N':'1'}}},'n':{'N':'5'},"
            "'s':{'SS':['x','y']},'t':{'S':'text'}}");
        const auto changed = expression::applyUpdate(*update, item.view(), item.view());
        if (!changed.ok())
            return QString::fromStdString(changed.error().message);
        // What is as it was need not be said again.
        QString text;
        for (const auto &member : changed->view().attributes())
            if (const auto before = item.view().attribute(member.name);
                !before || !(*before == member.value)) {
                document::ItemWriter writer;
                writer.name(member.name);
                writer.value(member.value);
                text += parsed::json(writer.finish().view());
            }
        for (const auto &member : item.view().attributes())
            if (!changed->view().attribute(member.name))
                text +=
                    u'-' + QString::fromUtf8(member.name.data(), static_cast<qsizetype>(member.name.size()));
        return text;
    }

private slots:
    void applies_data()
    {
        QTest::addColumn<QString>("result");
        const auto row = [](const char *assignments, const char *result) {
            QTest::newRow(assignments) << QString::fromUtf8(result);
        };
        row("SET a = 1", "{'a':{'N':'1'}}");
        row("SET a = 1, b = 'x' SET c = null", "{'a':{'N':'1'}}{'b':{'S':'x'}}{'c':{'NULL':true}}");
        row("SET a = {'b':[1, <<'x'>>]}", "{'a':{'M':{'b':{'L':[{'N':'1'},{'SS':['x']}]}}}}");
        row("SET n = t, t = n", "{'n':{'S':'text'}}{'t':{'N':'5'}}");
        row("SET n = n + 1", "{'n':{'N':'6'}}");
        row("SET n = n - 1 - 2", "{'n':{'N':'2'}}");
        row("SET n = 10 - (n - 1)", "{'n':{'N':'6'}}");
        row("SET n = -n1", "Statement wasn't well formed");
        row("SET m.b = 2", "{'m':{'M':{'a':{'N':'1'},'b':{'N':'2'}}}}");
        row("SET l[0] = 'one'", "{'l':{'L':[{'S':'one'},{'N':'2'}]}}");
        row("SET l[9] = 3", "{'l':{'L':[{'N':'1'},{'N':'2'},{'N':'3'}]}}");
        row("SET l = list_append(l, [3])", "{'l':{'L':[{'N':'1'},{'N':'2'},{'N':'3'}]}}");
        row("SET l = list_append([0], l)", "{'l':{'L':[{'N':'0'},{'N':'1'},{'N':'2'}]}}");
        row("SET s = set_add(s, <<'z','x'>>)", "{'s':{'SS':['x','y','z']}}");
        row("SET s = set_delete(s, <<'x'>>)", "{'s':{'SS':['y']}}");
        row("SET s = SET_DELETE(s, <<'x','y'>>)", "-s");
        row("SET new1 = set_add(new1, <<1>>)", "{'new1':{'NS':['1']}}");
        row("SET new1 = set_delete(new1, <<1>>)", "");
        row("REMOVE n", "-n");
        row("REMOVE n, l[0]", "{'l':{'L':[{'N':'2'}]}}-n");
        row("REMOVE absent", "");
        row("SET a = 1 REMOVE n", "{'a':{'N':'1'}}-n");
        row("SET a = absent",
            "The provided expression refers to an attribute that does not exist in the item");
        row("SET a = t + 1", "An operand in the update expression has an incorrect data type");
        row("SET a = 'x' + 1",
            "Incorrect operand type for operator or function; operator or function: +, operand type: S");
        row("SET l = list_append(l, 3)", "Incorrect operand type for operator or function; operator or "
                                         "function: list_append, operand type: "
                                         "N");
        row("SET a.b = 1", "The document path provided in the update expression is invalid for update");
        row("SET absent[0] = 1", "The document path provided in the update expression is invalid for update");
        row("SET n = 1, n = 2",
            "Two document paths overlap with each other; must remove or rewrite one of these "
            "paths; path one: [n], path two: [n]");
        row("SET m.a = 1 REMOVE m",
            "Two document paths overlap with each other; must remove or rewrite one of "
            "these paths; path one: [m, a], path two: [m]");
        row("SET s = set_add(s, <<1>>)", "An operand in the update expression has an incorrect data type");
        row("SET a = list_append(set_add(s, <<'z'>>), l)",
            "The function is not allowed to be used this way in an expression; function: set_add");
        row("SET a = size(l)",
            "The function is not allowed to be used this way in an expression; function: size");
    }
    void applies()
    {
        QFETCH(const QString, result);
        const std::string text = QTest::currentDataTag();
        if (!partiql::parse("UPDATE t " + text, {}).ok()) {
            QCOMPARE(QStringLiteral("Statement wasn't well formed"), result);
            return;
        }
        QCOMPARE(applied(text), result);
    }
};

QTEST_GUILESS_MAIN(TestAssignments)
#include "tst_assignments.moc"
