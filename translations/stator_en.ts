<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en_GB">
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
    <name>stator::ui::BannerLine</name>
    <message numerus="yes">
        <source>+%Ln</source>
        <extracomment>Further banners that do not fit: "+1".</extracomment>
        <translation>
            <numerusform>+%Ln</numerusform>
            <numerusform>+%Ln</numerusform>
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
    <name>stator::ui::RequestsPage</name>
    <message numerus="yes">
        <source>%Ln newer</source>
        <extracomment>Requests that arrived while the list was held still: "2,310 newer".</extracomment>
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
    <message numerus="yes">
        <source>%Ln request(s)</source>
        <translation>
            <numerusform>%Ln request</numerusform>
            <numerusform>%Ln requests</numerusform>
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
</TS>
