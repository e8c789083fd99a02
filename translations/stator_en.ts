<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en_GB">
<context>
    <name>CostExplanation</name>
    <message numerus="yes">
        <source>%1 is between %2 and %3 bytes together: %Ln block(s) of 4 KB.</source>
        <extracomment>%1: &quot;What was read&quot;, %2 and %3: bytes, %4: a count of blocks.</extracomment>
        <translation>
            <numerusform>%1 is between %2 and %3 bytes together: %Ln block of 4 KB.</numerusform>
            <numerusform>%1 is between %2 and %3 bytes together: %Ln blocks of 4 KB.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Together they are %1 bytes: %Ln block(s) of 4 KB. Sizes are summed before they are rounded up.</source>
        <translation>
            <numerusform>Together they are %1 bytes: %Ln block of 4 KB. Sizes are summed before they are rounded up.</numerusform>
            <numerusform>Together they are %1 bytes: %Ln blocks of 4 KB. Sizes are summed before they are rounded up.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) were read; each is rounded up by itself.</source>
        <translation>
            <numerusform>%Ln page was read; each is rounded up by itself.</numerusform>
            <numerusform>%Ln pages were read; each is rounded up by itself.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The item is %1 bytes: %Ln block(s) of 4 KB.</source>
        <translation>
            <numerusform>The item is %1 bytes: %Ln block of 4 KB.</numerusform>
            <numerusform>The item is %1 bytes: %Ln blocks of 4 KB.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 keys, %2 bytes of items, each rounded up: %Ln block(s) of 4 KB.</source>
        <translation>
            <numerusform>%1 keys, %2 bytes of items, each rounded up: %Ln block of 4 KB.</numerusform>
            <numerusform>%1 keys, %2 bytes of items, each rounded up: %Ln blocks of 4 KB.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The item is %1 bytes: %Ln block(s) of 1 KB.</source>
        <translation>
            <numerusform>The item is %1 bytes: %Ln block of 1 KB.</numerusform>
            <numerusform>The item is %1 bytes: %Ln blocks of 1 KB.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The item before was larger, between %1 and %2 bytes: %Ln block(s) of 1 KB. The larger of the two counts.</source>
        <translation>
            <numerusform>The item before was larger, between %1 and %2 bytes: %Ln block of 1 KB. The larger of the two counts.</numerusform>
            <numerusform>The item before was larger, between %1 and %2 bytes: %Ln blocks of 1 KB. The larger of the two counts.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The item was %1 bytes: %Ln block(s) of 1 KB.</source>
        <translation>
            <numerusform>The item was %1 bytes: %Ln block of 1 KB.</numerusform>
            <numerusform>The item was %1 bytes: %Ln blocks of 1 KB.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The larger of the item before and after is between %1 and %2 bytes: %Ln block(s) of 1 KB.</source>
        <translation>
            <numerusform>The larger of the item before and after is between %1 and %2 bytes: %Ln block of 1 KB.</numerusform>
            <numerusform>The larger of the item before and after is between %1 and %2 bytes: %Ln blocks of 1 KB.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stator::app::WindowProgram</name>
    <message numerus="yes">
        <source>%Ln client(s) are connected. Quitting stops the endpoint.</source>
        <translation>
            <numerusform>%Ln client is connected. Quitting stops the endpoint.</numerusform>
            <numerusform>%Ln clients are connected. Quitting stops the endpoint.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stator::ui::AttributeDelegate</name>
    <message numerus="yes">
        <source>+%Ln</source>
        <comment>elements not shown</comment>
        <translation>
            <numerusform>+%Ln</numerusform>
            <numerusform>+%Ln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stator::ui::AttributeTreeModel</name>
    <message numerus="yes">
        <source>%Ln element(s)</source>
        <translation>
            <numerusform>%Ln element</numerusform>
            <numerusform>%Ln elements</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln attribute(s)</source>
        <translation>
            <numerusform>%Ln attribute</numerusform>
            <numerusform>%Ln attributes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stator::ui::BannerLine</name>
    <message numerus="yes">
        <source>+%Ln</source>
        <extracomment>Further banners that do not fit: &quot;+1&quot;.</extracomment>
        <translation>
            <numerusform>+%Ln</numerusform>
            <numerusform>+%Ln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stator::ui::ChangeBar</name>
    <message numerus="yes">
        <source>%Ln change(s) in %1: %2</source>
        <extracomment>%1 a table, %2 a list such as &quot;2 changed, 1 deleted&quot;.</extracomment>
        <translation>
            <numerusform>%Ln change in %1: %2</numerusform>
            <numerusform>%Ln changes in %1: %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stator::ui::ChangeSet</name>
    <message numerus="yes">
        <source>Commit %Ln Change(s)</source>
        <translation>
            <numerusform>Commit %Ln Change</numerusform>
            <numerusform>Commit %Ln Changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stator::ui::DeleteTableDialog</name>
    <message numerus="yes">
        <source>%Ln item(s)</source>
        <translation>
            <numerusform>%Ln item</numerusform>
            <numerusform>%Ln items</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stator::ui::DraftCheck</name>
    <message numerus="yes">
        <source>Values may be nested %Ln level(s) deep; this one is deeper.</source>
        <translation>
            <numerusform>Values may be nested %Ln level deep; this one is deeper.</numerusform>
            <numerusform>Values may be nested %Ln levels deep; this one is deeper.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“%1” is a key: it may have %Ln byte(s).</source>
        <translation>
            <numerusform>“%1” is a key: it may have %Ln byte.</numerusform>
            <numerusform>“%1” is a key: it may have %Ln bytes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stator::ui::EditorHead</name>
    <message numerus="yes">
        <source>%Ln byte(s)</source>
        <translation>
            <numerusform>%Ln byte</numerusform>
            <numerusform>%Ln bytes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stator::ui::FactsCard</name>
    <message numerus="yes">
        <source>%Ln item(s), %1</source>
        <translation>
            <numerusform>%Ln item, %1</numerusform>
            <numerusform>%Ln items, %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stator::ui::GridHeader</name>
    <message numerus="yes">
        <source>%1 (%2), in %3 of %Ln loaded item(s)</source>
        <extracomment>Tooltip of a column: attribute, types, &quot;in 42 % of 200 loaded items&quot;.</extracomment>
        <translation>
            <numerusform>%1 (%2), in %3 of %Ln loaded item</numerusform>
            <numerusform>%1 (%2), in %3 of %Ln loaded items</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stator::ui::IndexesCard</name>
    <message numerus="yes">
        <source>%Ln item(s)</source>
        <translation>
            <numerusform>%Ln item</numerusform>
            <numerusform>%Ln items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln dimension(s)</source>
        <translation>
            <numerusform>%Ln dimension</numerusform>
            <numerusform>%Ln dimensions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stator::ui::ItemTab</name>
    <message numerus="yes">
        <source>Staged the deletion of %Ln item(s). Nothing is deleted before Commit.</source>
        <translation>
            <numerusform>Staged the deletion of %Ln item. Nothing is deleted before Commit.</numerusform>
            <numerusform>Staged the deletion of %Ln items. Nothing is deleted before Commit.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stator::ui::ItemsPage</name>
    <message numerus="yes">
        <source>Committed %Ln change(s) to %1.</source>
        <translation>
            <numerusform>Committed %Ln change to %1.</numerusform>
            <numerusform>Committed %Ln changes to %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) stay staged: %1</source>
        <translation>
            <numerusform>%Ln change stays staged: %1</numerusform>
            <numerusform>%Ln changes stay staged: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Staged the deletion of %Ln item(s). Nothing is deleted before Commit.</source>
        <translation>
            <numerusform>Staged the deletion of %Ln item. Nothing is deleted before Commit.</numerusform>
            <numerusform>Staged the deletion of %Ln items. Nothing is deleted before Commit.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copied %Ln row(s).</source>
        <translation>
            <numerusform>Copied %Ln row.</numerusform>
            <numerusform>Copied %Ln rows.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stator::ui::LivePage</name>
    <message numerus="yes">
        <source>Recorded %Ln change(s) to %1.</source>
        <translation>
            <numerusform>Recorded %Ln change to %1.</numerusform>
            <numerusform>Recorded %Ln changes to %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s)</source>
        <translation>
            <numerusform>%Ln change</numerusform>
            <numerusform>%Ln changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stator::ui::NavigatorModel</name>
    <message numerus="yes">
        <source>%Ln item(s), %1, %2</source>
        <extracomment>Tooltip of a table: items, size and state.</extracomment>
        <translation>
            <numerusform>%Ln item, %1, %2</numerusform>
            <numerusform>%Ln items, %1, %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stator::ui::PasteDialog</name>
    <message numerus="yes">
        <source>%Ln value(s) will be staged</source>
        <translation>
            <numerusform>%Ln value will be staged</numerusform>
            <numerusform>%Ln values will be staged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln item(s) will be staged</source>
        <translation>
            <numerusform>%Ln item will be staged</numerusform>
            <numerusform>%Ln items will be staged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln left out</source>
        <translation>
            <numerusform>%Ln left out</numerusform>
            <numerusform>%Ln left out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stator::ui::PastePlan</name>
    <message numerus="yes">
        <source>%Ln attribute(s)</source>
        <translation>
            <numerusform>%Ln attribute</numerusform>
            <numerusform>%Ln attributes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stator::ui::QueryBar</name>
    <message numerus="yes">
        <source>pages of %Ln</source>
        <translation>
            <numerusform>pages of %Ln</numerusform>
            <numerusform>pages of %Ln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stator::ui::RecordBar</name>
    <message numerus="yes">
        <source>%Ln request(s) are in %1.</source>
        <translation>
            <numerusform>%Ln request is in %1.</numerusform>
            <numerusform>%Ln requests are in %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln recorded, %1</source>
        <extracomment>Requests that were written to a file so far, and its size.</extracomment>
        <translation>
            <numerusform>%Ln recorded, %1</numerusform>
            <numerusform>%Ln recorded, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln could not be kept.</source>
        <translation>
            <numerusform>%Ln could not be kept.</numerusform>
            <numerusform>%Ln could not be kept.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stator::ui::ReplayDialog</name>
    <message numerus="yes">
        <source>%Ln request(s), from %1 to %2</source>
        <translation>
            <numerusform>%Ln request, from %1 to %2</numerusform>
            <numerusform>%Ln requests, from %1 to %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln the same</source>
        <translation>
            <numerusform>%Ln the same</numerusform>
            <numerusform>%Ln the same</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln different</source>
        <translation>
            <numerusform>%Ln different</numerusform>
            <numerusform>%Ln different</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln too long to be replayed</source>
        <translation>
            <numerusform>%Ln too long to be replayed</numerusform>
            <numerusform>%Ln too long to be replayed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not sent</source>
        <translation>
            <numerusform>%Ln not sent</numerusform>
            <numerusform>%Ln not sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <extracomment>%1 a path into an answer; so many other places differ, too.</extracomment>
        <translation>
            <numerusform>%1 and %Ln more</numerusform>
            <numerusform>%1 and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stator::ui::RequestsPage</name>
    <message numerus="yes">
        <source>%Ln request(s)</source>
        <translation>
            <numerusform>%Ln request</numerusform>
            <numerusform>%Ln requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln newer</source>
        <extracomment>Requests that arrived while the list was held still: &quot;2,310 newer&quot;.</extracomment>
        <translation>
            <numerusform>%Ln newer</numerusform>
            <numerusform>%Ln newer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not kept</source>
        <extracomment>Requests that were overwritten before they could be shown.</extracomment>
        <translation>
            <numerusform>%Ln not kept</numerusform>
            <numerusform>%Ln not kept</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stator::ui::SetField</name>
    <message numerus="yes">
        <source>and %Ln more; change them as JSON</source>
        <translation>
            <numerusform>and %Ln more; change them as JSON</numerusform>
            <numerusform>and %Ln more; change them as JSON</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stator::ui::SettingsPage</name>
    <message numerus="yes">
        <source>%Ln changed</source>
        <translation>
            <numerusform>%Ln changed</numerusform>
            <numerusform>%Ln changed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stator::ui::StatementResults</name>
    <message numerus="yes">
        <source>%Ln statement(s) carried out</source>
        <translation>
            <numerusform>%Ln statement carried out</numerusform>
            <numerusform>%Ln statements carried out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>%Ln selected</numerusform>
            <numerusform>%Ln selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stator::ui::StatusStrip</name>
    <message numerus="yes">
        <source>%Ln job(s)</source>
        <translation>
            <numerusform>%Ln job</numerusform>
            <numerusform>%Ln jobs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stator::ui::TableRules</name>
    <message numerus="yes">
        <source>An index projects at most %Ln attribute(s).</source>
        <translation>
            <numerusform>An index projects at most %Ln attribute.</numerusform>
            <numerusform>An index projects at most %Ln attributes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A vector index projects at most %Ln attribute(s), its vector and filters among them.</source>
        <translation>
            <numerusform>A vector index projects at most %Ln attribute, its vector and filters among them.</numerusform>
            <numerusform>A vector index projects at most %Ln attributes, its vector and filters among them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A vector has 1 to %Ln dimension(s).</source>
        <translation>
            <numerusform>A vector has 1 to %Ln dimension.</numerusform>
            <numerusform>A vector has 1 to %Ln dimensions.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Another index has %1 with %Ln dimension(s); they must agree.</source>
        <translation>
            <numerusform>Another index has %1 with %Ln dimension; they must agree.</numerusform>
            <numerusform>Another index has %1 with %Ln dimensions; they must agree.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The indexes of a table project at most %Ln attribute(s) by name.</source>
        <translation>
            <numerusform>The indexes of a table project at most %Ln attribute by name.</numerusform>
            <numerusform>The indexes of a table project at most %Ln attributes by name.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A table has at most %Ln local index(es).</source>
        <translation>
            <numerusform>A table has at most %Ln local index.</numerusform>
            <numerusform>A table has at most %Ln local indexes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A table has at most %Ln global index(es).</source>
        <translation>
            <numerusform>A table has at most %Ln global index.</numerusform>
            <numerusform>A table has at most %Ln global indexes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A table has at most %Ln vector index(es).</source>
        <translation>
            <numerusform>A table has at most %Ln vector index.</numerusform>
            <numerusform>A table has at most %Ln vector indexes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stator::ui::Trigger</name>
    <message numerus="yes">
        <source>%1: %Ln record(s), %2 ms</source>
        <extracomment>Last batch of a trigger: time, records, duration.</extracomment>
        <translation>
            <numerusform>%1: %Ln record, %2 ms</numerusform>
            <numerusform>%1: %Ln records, %2 ms</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stator::ui::TriggersPage</name>
    <message numerus="yes">
        <source>%Ln trigger(s)</source>
        <translation>
            <numerusform>%Ln trigger</numerusform>
            <numerusform>%Ln triggers</numerusform>
        </translation>
    </message>
</context>
</TS>
