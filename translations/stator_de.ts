<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en_GB">
<context>
    <name>AttributeTreeModel</name>
    <message>
        <source>%1  %2</source>
        <extracomment>%1 is hexadecimal, %2 a size: &quot;89 50 4E… 2.1 KB&quot;.</extracomment>
        <translation>%1  %2</translation>
    </message>
</context>
<context>
    <name>CostExplanation</name>
    <message>
        <source>No units</source>
        <translation>Keine Einheiten</translation>
    </message>
    <message>
        <source>This operation manages tables and consumes no capacity.</source>
        <translation>Diese Operation verwaltet Tabellen und verbraucht keine Kapazität.</translation>
    </message>
    <message>
        <source>%1 write units</source>
        <translation>%1 Schreibeinheiten</translation>
    </message>
    <message>
        <source>%1 read units</source>
        <translation>%1 Leseeinheiten</translation>
    </message>
    <message numerus="yes">
        <source>%1 is between %2 and %3 bytes together: %Ln block(s) of 4 KB.</source>
        <extracomment>%1: &quot;What was read&quot;, %2 and %3: bytes, %4: a count of blocks.</extracomment>
        <translation>
            <numerusform>%1 umfasst zusammen zwischen %2 und %3 Bytes: %Ln Block zu 4 KB.</numerusform>
            <numerusform>%1 umfasst zusammen zwischen %2 und %3 Bytes: %Ln Blöcke zu 4 KB.</numerusform>
        </translation>
    </message>
    <message>
        <source>The Scan read %1 items of the table, whatever they hold.</source>
        <translation>Der Scan hat %1 Items der Tabelle gelesen, gleich was sie enthalten.</translation>
    </message>
    <message>
        <source>The key condition selected %1 items; only those were read.</source>
        <translation>Die Schlüsselbedingung hat %1 Items ausgewählt; nur diese wurden gelesen.</translation>
    </message>
    <message>
        <source>The Scan read %1 entries of the index %2.</source>
        <translation>Der Scan hat %1 Einträge des Index %2 gelesen.</translation>
    </message>
    <message>
        <source>The key condition selected %1 entries of the index %2.</source>
        <translation>Die Schlüsselbedingung hat %1 Einträge des Index %2 ausgewählt.</translation>
    </message>
    <message>
        <source>%1 more units: the index does not hold every attribute that was asked for, so each item was also read from the table, rounded up by itself.</source>
        <translation>%1 Einheiten mehr: Der Index enthält nicht jedes verlangte Attribut, darum wurde jedes Item auch aus der Tabelle gelesen, einzeln aufgerundet.</translation>
    </message>
    <message>
        <source>Nothing was found. Looking costs one block of 4 KB.</source>
        <translation>Nichts wurde gefunden. Das Nachsehen kostet einen Block zu 4 KB.</translation>
    </message>
    <message numerus="yes">
        <source>Together they are %1 bytes: %Ln block(s) of 4 KB. Sizes are summed before they are rounded up.</source>
        <translation>
            <numerusform>Zusammen sind es %1 Bytes: %Ln Block zu 4 KB. Größen werden summiert, bevor aufgerundet wird.</numerusform>
            <numerusform>Zusammen sind es %1 Bytes: %Ln Blöcke zu 4 KB. Größen werden summiert, bevor aufgerundet wird.</numerusform>
        </translation>
    </message>
    <message>
        <source>What was read</source>
        <translation>Das Gelesene</translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) were read; each is rounded up by itself.</source>
        <translation>
            <numerusform>%Ln Seite wurde gelesen; jede wird einzeln aufgerundet.</numerusform>
            <numerusform>%Ln Seiten wurden gelesen; jede wird einzeln aufgerundet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Sizes are summed before they are rounded up: many small items share a block.</source>
        <translation>Größen werden summiert, bevor aufgerundet wird: Viele kleine Items teilen sich einen Block.</translation>
    </message>
    <message>
        <source>The filter returned %1 of them and dropped %2. It runs after reading and saves no units.</source>
        <translation>Der Filter hat %1 davon zurückgegeben und %2 verworfen. Er wirkt nach dem Lesen und spart keine Einheiten.</translation>
    </message>
    <message>
        <source>The filter runs after reading; it would save no units either way.</source>
        <translation>Der Filter wirkt nach dem Lesen; er spart so oder so keine Einheiten.</translation>
    </message>
    <message>
        <source>Counting reads the items all the same: Select=COUNT saves no units, only bytes on the wire.</source>
        <translation>Auch Zählen liest die Items: Select=COUNT spart keine Einheiten, nur Bytes bei der Übertragung.</translation>
    </message>
    <message>
        <source>The projection saves no units: an item counts whole, whatever part of it is returned.</source>
        <translation>Die Projektion spart keine Einheiten: Ein Item zählt ganz, gleich welcher Teil zurückkommt.</translation>
    </message>
    <message>
        <source>The item</source>
        <translation>Das Item</translation>
    </message>
    <message>
        <source>Each item is rounded up by itself; a batch saves round trips, not units.</source>
        <translation>Jedes Item wird einzeln aufgerundet; ein Batch spart Wege, nicht Einheiten.</translation>
    </message>
    <message>
        <source>There is no such item. Looking for it costs one block of 4 KB.</source>
        <translation>Es gibt kein solches Item. Die Suche danach kostet einen Block zu 4 KB.</translation>
    </message>
    <message numerus="yes">
        <source>The item is %1 bytes: %Ln block(s) of 4 KB.</source>
        <translation>
            <numerusform>Das Item hat %1 Bytes: %Ln Block zu 4 KB.</numerusform>
            <numerusform>Das Item hat %1 Bytes: %Ln Blöcke zu 4 KB.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 keys, %2 bytes of items, each rounded up: %Ln block(s) of 4 KB.</source>
        <translation>
            <numerusform>%1 Schlüssel, %2 Bytes an Items, jedes aufgerundet: %Ln Block zu 4 KB.</numerusform>
            <numerusform>%1 Schlüssel, %2 Bytes an Items, jedes aufgerundet: %Ln Blöcke zu 4 KB.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 keys have no item; looking for each costs one block.</source>
        <translation>%1 Schlüssel haben kein Item; die Suche nach jedem kostet einen Block.</translation>
    </message>
    <message>
        <source>The transaction had been carried out before under the same token: its items were only read.</source>
        <translation>Die Transaktion war unter demselben Token schon ausgeführt: Ihre Items wurden nur gelesen.</translation>
    </message>
    <message>
        <source>%1 writes, each rounded up to blocks of 1 KB by itself.</source>
        <translation>%1 Schreibvorgänge, jeder einzeln auf Blöcke zu 1 KB aufgerundet.</translation>
    </message>
    <message>
        <source>The condition failed, which costs a write of the item as it is.</source>
        <translation>Die Bedingung traf nicht zu; das kostet einen Schreibvorgang des Items, wie es ist.</translation>
    </message>
    <message>
        <source>An update counts the whole item, even for one attribute.</source>
        <translation>Eine Änderung zählt das ganze Item, auch für ein einziges Attribut.</translation>
    </message>
    <message numerus="yes">
        <source>The item is %1 bytes: %Ln block(s) of 1 KB.</source>
        <translation>
            <numerusform>Das Item hat %1 Bytes: %Ln Block zu 1 KB.</numerusform>
            <numerusform>Das Item hat %1 Bytes: %Ln Blöcke zu 1 KB.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The item before was larger, between %1 and %2 bytes: %Ln block(s) of 1 KB. The larger of the two counts.</source>
        <translation>
            <numerusform>Das Item davor war größer, zwischen %1 und %2 Bytes: %Ln Block zu 1 KB. Das größere von beiden zählt.</numerusform>
            <numerusform>Das Item davor war größer, zwischen %1 und %2 Bytes: %Ln Blöcke zu 1 KB. Das größere von beiden zählt.</numerusform>
        </translation>
    </message>
    <message>
        <source>There was no such item. To delete it costs one block of 1 KB all the same.</source>
        <translation>Es gab kein solches Item. Das Löschen kostet trotzdem einen Block zu 1 KB.</translation>
    </message>
    <message numerus="yes">
        <source>The item was %1 bytes: %Ln block(s) of 1 KB.</source>
        <translation>
            <numerusform>Das Item hatte %1 Bytes: %Ln Block zu 1 KB.</numerusform>
            <numerusform>Das Item hatte %1 Bytes: %Ln Blöcke zu 1 KB.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The larger of the item before and after is between %1 and %2 bytes: %Ln block(s) of 1 KB.</source>
        <translation>
            <numerusform>Das größere der Items davor und danach hat zwischen %1 und %2 Bytes: %Ln Block zu 1 KB.</numerusform>
            <numerusform>Das größere der Items davor und danach hat zwischen %1 und %2 Bytes: %Ln Blöcke zu 1 KB.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not touched, and therefore free: %1.</source>
        <translation>Nicht berührt und darum kostenlos: %1.</translation>
    </message>
    <message>
        <source>%1 of %2 units went into indexes. An index that holds fewer attributes, or fewer items, costs less.</source>
        <translation>%1 von %2 Einheiten gingen in Indexe. Ein Index mit weniger Attributen oder weniger Items kostet weniger.</translation>
    </message>
    <message>
        <source>A statement costs what the PutItem, UpdateItem or DeleteItem in its place would.</source>
        <translation>Eine Anweisung kostet, was PutItem, UpdateItem oder DeleteItem an ihrer Stelle kosten würde.</translation>
    </message>
    <message>
        <source>A statement costs what the GetItem, Query or Scan in its place would.</source>
        <translation>Eine Anweisung kostet, was GetItem, Query oder Scan an ihrer Stelle kosten würde.</translation>
    </message>
    <message>
        <source>1 unit</source>
        <translation>1 Einheit</translation>
    </message>
    <message>
        <source>%1 units</source>
        <translation>%1 Einheiten</translation>
    </message>
    <message>
        <source>1 write unit</source>
        <translation>1 Schreibeinheit</translation>
    </message>
    <message>
        <source>1 read unit</source>
        <translation>1 Leseeinheit</translation>
    </message>
    <message>
        <source>A transaction reads each block twice: %1 × 2 = %2.</source>
        <translation>Eine Transaktion liest jeden Block zweimal: %1 × 2 = %2.</translation>
    </message>
    <message>
        <source>Strongly consistent, one unit a block: %1 × 1 = %2.</source>
        <translation>Stark konsistent, eine Einheit je Block: %1 × 1 = %2.</translation>
    </message>
    <message>
        <source>Eventually consistent, half a unit a block: %1 × 0.5 = %2.</source>
        <translation>Letztendlich konsistent, eine halbe Einheit je Block: %1 × 0,5 = %2.</translation>
    </message>
    <message>
        <source>The service counted %1: it may round up in each partition.</source>
        <translation>Der Dienst hat %1 gezählt: Er darf in jeder Partition aufrunden.</translation>
    </message>
    <message>
        <source>Eventually consistent, the same would cost %1.</source>
        <translation>Letztendlich konsistent würde dasselbe %1 kosten.</translation>
    </message>
    <message>
        <source>An index with %1 as its partition key would read only what is returned: about %2.</source>
        <translation>Ein Index mit %1 als Partitionsschlüssel würde nur lesen, was zurückkommt: etwa %2.</translation>
    </message>
    <message>
        <source>An index that holds only these attributes would cost about %1: %2 bytes instead of whole items.</source>
        <translation>Ein Index nur mit diesen Attributen würde etwa %1 kosten: %2 Bytes statt ganzer Items.</translation>
    </message>
    <message>
        <source>A Query with the key %1 would read only matching items: about %2.</source>
        <translation>Eine Query mit dem Schlüssel %1 würde nur passende Items lesen: etwa %2.</translation>
    </message>
    <message>
        <source>A Query of the index %1 by %2 would read only matching entries: about %3.</source>
        <translation>Eine Query des Index %1 nach %2 würde nur passende Einträge lesen: etwa %3.</translation>
    </message>
    <message>
        <source>The index %1 has every item in %2: to scan it whole costs about %3, if its attributes are enough.</source>
        <translation>Der Index %1 enthält jedes Item in %2: Ihn ganz zu scannen kostet etwa %3, wenn seine Attribute genügen.</translation>
    </message>
    <message>
        <source>Without the transaction: %1 strongly consistent, %2 eventually.</source>
        <translation>Ohne die Transaktion: %1 stark konsistent, %2 letztendlich konsistent.</translation>
    </message>
    <message>
        <source>A transaction writes each block twice: %1 in tables, %2 without the transaction.</source>
        <translation>Eine Transaktion schreibt jeden Block zweimal: %1 in Tabellen, %2 ohne die Transaktion.</translation>
    </message>
    <message>
        <source>Without the transaction the same writes would cost %1.</source>
        <translation>Ohne die Transaktion würden dieselben Schreibvorgänge %1 kosten.</translation>
    </message>
    <message>
        <source>%1 in the index %2, whose entry was written or moved.</source>
        <translation>%1 im Index %2, dessen Eintrag geschrieben oder verschoben wurde.</translation>
    </message>
    <message>
        <source>What was returned is %1 bytes. With the keys of the table or an index in WHERE only that would be read: about %2.</source>
        <translation>Zurück kamen %1 Bytes. Mit den Schlüsseln der Tabelle oder eines Index in WHERE würde nur das gelesen: etwa %2.</translation>
    </message>
</context>
<context>
    <name>PartiqlSamples</name>
    <message>
        <source>One item by its key</source>
        <translation>Ein Item nach seinem Schlüssel</translation>
    </message>
    <message>
        <source>Items by the index %1</source>
        <translation>Items nach dem Index %1</translation>
    </message>
    <message>
        <source>Items of one partition</source>
        <translation>Items einer Partition</translation>
    </message>
    <message>
        <source>Change one item</source>
        <translation>Ein Item ändern</translation>
    </message>
    <message>
        <source>Every item</source>
        <translation>Alle Items</translation>
    </message>
</context>
<context>
    <name>StatementPlan</name>
    <message>
        <source>Full scan of the index %1: %2 items, about %3 units</source>
        <extracomment>%1 a count of items, %2 a count of read units.</extracomment>
        <translation>Vollständiger Scan des Index %1: %2 Items, etwa %3 Einheiten</translation>
    </message>
    <message>
        <source>Full scan of %1 items, about %2 units</source>
        <translation>Vollständiger Scan von %1 Items, etwa %2 Einheiten</translation>
    </message>
    <message>
        <source>%1 has no index %2</source>
        <translation>%1 hat keinen Index %2</translation>
    </message>
    <message>
        <source>Key lookup for each value</source>
        <translation>Zugriff über den Schlüssel für jeden Wert</translation>
    </message>
    <message>
        <source>Index query on %1 for each value</source>
        <translation>Indexabfrage auf %1 für jeden Wert</translation>
    </message>
    <message>
        <source>Query of one partition for each value</source>
        <translation>Abfrage einer Partition für jeden Wert</translation>
    </message>
    <message>
        <source>Key lookup</source>
        <translation>Zugriff über den Schlüssel</translation>
    </message>
    <message>
        <source>Index query on %1</source>
        <translation>Indexabfrage auf %1</translation>
    </message>
    <message>
        <source>Query of one partition</source>
        <translation>Abfrage einer Partition</translation>
    </message>
    <message>
        <source>Writes one item, if there is none with its key</source>
        <translation>Schreibt ein Item, wenn es keines mit seinem Schlüssel gibt</translation>
    </message>
    <message>
        <source>Needs an equality on %1 in WHERE</source>
        <translation>Braucht in WHERE eine Gleichheit für %1</translation>
    </message>
    <message>
        <source>Updates one item by its key</source>
        <translation>Ändert ein Item nach seinem Schlüssel</translation>
    </message>
    <message>
        <source>Deletes one item by its key</source>
        <translation>Löscht ein Item nach seinem Schlüssel</translation>
    </message>
    <message>
        <source>A statement begins with SELECT, INSERT, UPDATE or DELETE</source>
        <translation>Eine Anweisung beginnt mit SELECT, INSERT, UPDATE oder DELETE</translation>
    </message>
    <message>
        <source>There is no table %1 here</source>
        <translation>Hier gibt es keine Tabelle %1</translation>
    </message>
    <message>
        <source>Checks one item; in a transaction only</source>
        <translation>Prüft ein Item; nur in einer Transaktion</translation>
    </message>
</context>
<context>
    <name>stator::app::BackendHost</name>
    <message>
        <source>Another program uses port %1. Choose another port.</source>
        <translation>Ein anderes Programm benutzt Port %1. Wählen Sie einen anderen Port.</translation>
    </message>
    <message>
        <source>The address %1 cannot be used: %2</source>
        <translation>Die Adresse %1 ist nicht nutzbar: %2</translation>
    </message>
    <message>
        <source>%1 from %2</source>
        <extracomment>A request of a client: its operation and its address.</extracomment>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>stator::app::SampleJob</name>
    <message>
        <source>Sample workspace</source>
        <translation>Beispieldaten</translation>
    </message>
    <message>
        <source>%1, %2 of %3 items</source>
        <extracomment>Progress of loading: a table, items written, items in all.</extracomment>
        <translation>%1, %2 von %3 Items</translation>
    </message>
    <message>
        <source>Elements, Shop and Telemetry are ready.</source>
        <translation>Elements, Shop und Telemetry sind bereit.</translation>
    </message>
</context>
<context>
    <name>stator::app::WindowProgram</name>
    <message>
        <source>The workspace cannot be opened</source>
        <translation>Der Arbeitsbereich lässt sich nicht öffnen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln client(s) are connected. Quitting stops the endpoint.</source>
        <translation>
            <numerusform>%Ln Client ist verbunden. Beim Beenden endet auch der Endpunkt.</numerusform>
            <numerusform>%Ln Clients sind verbunden. Beim Beenden endet auch der Endpunkt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stator::ui</name>
    <message>
        <source>%1 %</source>
        <extracomment>A share of a whole, %1 is a number: &quot;61 %&quot;.</extracomment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 B</source>
        <extracomment>A size in bytes, %1 is a number: &quot;50 B&quot;.</extracomment>
        <translation>%1 B</translation>
    </message>
    <message>
        <source>%1 s</source>
        <extracomment>A duration in seconds.</extracomment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <extracomment>A duration in minutes.</extracomment>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <extracomment>A duration in hours.</extracomment>
        <translation>%1 h</translation>
    </message>
</context>
<context>
    <name>stator::ui::AboutDialog</name>
    <message>
        <source>About Stator</source>
        <translation>Über Stator</translation>
    </message>
    <message>
        <source>DynamoDB on your desk.</source>
        <translation>DynamoDB auf Ihrem Schreibtisch.</translation>
    </message>
    <message>
        <source>Version %1, Qt %2</source>
        <translation>Version %1, Qt %2</translation>
    </message>
    <message>
        <source>Workspace: %1</source>
        <translation>Arbeitsbereich: %1</translation>
    </message>
    <message>
        <source>Amazon DynamoDB is a service of Amazon Web Services. Stator is an independent work.</source>
        <translation>Amazon DynamoDB ist ein Dienst von Amazon Web Services. Stator ist ein unabhängiges Werk.</translation>
    </message>
</context>
<context>
    <name>stator::ui::ActionCatalog</name>
    <message>
        <source>This page does not have it.</source>
        <translation>Diese Seite hat das nicht.</translation>
    </message>
</context>
<context>
    <name>stator::ui::ActivityDock</name>
    <message>
        <source>Jobs</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <source>Clear Finished</source>
        <translation>Beendete entfernen</translation>
    </message>
    <message>
        <source>No jobs. Imports, exports and backups are listed here while they run.</source>
        <translation>Keine Aufträge. Importe, Exporte und Sicherungen stehen hier, während sie laufen.</translation>
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
    <message>
        <source>Name of %1</source>
        <extracomment>%1 is the name of an attribute.</extracomment>
        <translation>Name von %1</translation>
    </message>
    <message>
        <source>Value of %1</source>
        <translation>Wert von %1</translation>
    </message>
    <message>
        <source>needed</source>
        <extracomment>In the place of a key that was not typed yet.</extracomment>
        <translation>nötig</translation>
    </message>
</context>
<context>
    <name>stator::ui::AttributeTree</name>
    <message>
        <source>Attributes</source>
        <translation>Attribute</translation>
    </message>
    <message>
        <source>The key of an item is fixed. Duplicate it with another key instead.</source>
        <translation>Der Schlüssel eines Items steht fest. Verdoppeln Sie es stattdessen mit einem anderen Schlüssel.</translation>
    </message>
    <message>
        <source>A key attribute cannot be removed.</source>
        <translation>Ein Schlüsselattribut lässt sich nicht entfernen.</translation>
    </message>
    <message>
        <source>Copied the path.</source>
        <translation>Der Pfad ist kopiert.</translation>
    </message>
    <message>
        <source>Copied the value.</source>
        <translation>Der Wert ist kopiert.</translation>
    </message>
    <message>
        <source>The type of a key attribute is fixed by the table.</source>
        <translation>Der Typ eines Schlüsselattributs steht durch die Tabelle fest.</translation>
    </message>
    <message>
        <source>%1	%2</source>
        <extracomment>A type and its code: &quot;Number	N&quot;. The tab stays.</extracomment>
        <translation>%1	%2</translation>
    </message>
    <message>
        <source>Add Attribute</source>
        <translation>Attribut hinzufügen</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Change Type…</source>
        <translation>Typ ändern…</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Verdoppeln</translation>
    </message>
    <message>
        <source>Move Up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move Down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Copy Value</source>
        <translation>Wert kopieren</translation>
    </message>
    <message>
        <source>Copy Path</source>
        <translation>Pfad kopieren</translation>
    </message>
</context>
<context>
    <name>stator::ui::AttributeTreeModel</name>
    <message>
        <source>The type of a key attribute is fixed by the table.</source>
        <translation>Der Typ eines Schlüsselattributs steht durch die Tabelle fest.</translation>
    </message>
    <message>
        <source>attribute</source>
        <extracomment>Name of an attribute just added.</extracomment>
        <translation>Attribut</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message numerus="yes">
        <source>%Ln element(s)</source>
        <translation>
            <numerusform>%Ln Element</numerusform>
            <numerusform>%Ln Elemente</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln attribute(s)</source>
        <translation>
            <numerusform>%Ln Attribut</numerusform>
            <numerusform>%Ln Attribute</numerusform>
        </translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>Binary</source>
        <translation>Binär</translation>
    </message>
    <message>
        <source>Boolean</source>
        <translation>Wahrheitswert</translation>
    </message>
    <message>
        <source>Null</source>
        <translation>Null</translation>
    </message>
    <message>
        <source>Set of Texts</source>
        <translation>Menge von Texten</translation>
    </message>
    <message>
        <source>Set of Numbers</source>
        <translation>Menge von Zahlen</translation>
    </message>
    <message>
        <source>Set of Binaries</source>
        <translation>Menge von Binärwerten</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Map</translation>
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
    <name>stator::ui::BinaryPane</name>
    <message>
        <source>Load File…</source>
        <translation>Datei laden…</translation>
    </message>
    <message>
        <source>Hex</source>
        <translation>Hex</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>How the bytes are shown</source>
        <translation>Wie die Bytes gezeigt werden</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>Save to File…</source>
        <translation>In Datei sichern…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>The bytes are not text that a field could show.</source>
        <translation>Die Bytes sind kein Text, den ein Feld zeigen könnte.</translation>
    </message>
    <message>
        <source>Bytes are typed as hexadecimal pairs: 00 FF. The value keeps its last whole bytes.</source>
        <translation>Bytes tippt man als hexadezimale Paare: 00 FF. Der Wert behält seine letzten ganzen Bytes.</translation>
    </message>
    <message>
        <source>Load %1 from a File</source>
        <translation>%1 aus einer Datei laden</translation>
    </message>
    <message>
        <source>The file is larger than an item may be (400 KB).</source>
        <translation>Die Datei ist größer, als ein Item sein darf (400 KB).</translation>
    </message>
    <message>
        <source>The file could not be read: %1</source>
        <translation>Die Datei ließ sich nicht lesen: %1</translation>
    </message>
    <message>
        <source>Save %1 to a File</source>
        <translation>%1 in einer Datei sichern</translation>
    </message>
    <message>
        <source>Saved to %1.</source>
        <translation>In %1 gesichert.</translation>
    </message>
    <message>
        <source>The file could not be written: %1</source>
        <translation>Die Datei ließ sich nicht schreiben: %1</translation>
    </message>
</context>
<context>
    <name>stator::ui::CapacityEdit</name>
    <message>
        <source>On demand</source>
        <translation>Nach Bedarf</translation>
    </message>
    <message>
        <source>Provisioned</source>
        <translation>Bereitgestellt</translation>
    </message>
    <message>
        <source>Capacity mode</source>
        <translation>Kapazitätsmodus</translation>
    </message>
    <message>
        <source>Warm throughput is there at once; it can be raised, not lowered.</source>
        <translation>Warmer Durchsatz ist sofort da; er lässt sich erhöhen, nicht senken.</translation>
    </message>
    <message>
        <source>Requests beyond the units are throttled.</source>
        <translation>Anfragen über die Einheiten hinaus werden gedrosselt.</translation>
    </message>
    <message>
        <source>Every request is served, up to a maximum if there is one; the service counts its units.</source>
        <translation>Jede Anfrage wird bedient, bis zu einem Höchstwert, wenn es einen gibt; der Dienst zählt ihre Einheiten.</translation>
    </message>
</context>
<context>
    <name>stator::ui::ChangeBar</name>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Commit %1</source>
        <extracomment>%1 is a count, %2 the name of a dangerous connection.</extracomment>
        <translation>%1 übernehmen</translation>
    </message>
    <message>
        <source>Commit %1 to %2</source>
        <translation>%1 in %2 übernehmen</translation>
    </message>
    <message>
        <source>%1 added</source>
        <translation>%1 neu</translation>
    </message>
    <message>
        <source>%1 changed</source>
        <translation>%1 geändert</translation>
    </message>
    <message>
        <source>%1 deleted</source>
        <translation>%1 gelöscht</translation>
    </message>
    <message>
        <source>%1 refused</source>
        <translation>%1 abgewiesen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) in %1: %2</source>
        <extracomment>%1 a table, %2 a list such as &quot;2 changed, 1 deleted&quot;.</extracomment>
        <translation>
            <numerusform>%Ln Änderung in %1: %2</numerusform>
            <numerusform>%Ln Änderungen in %1: %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stator::ui::ChangeDetails</name>
    <message>
        <source>Select a change to see it here.</source>
        <translation>Eine Änderung auswählen, um sie hier zu sehen.</translation>
    </message>
    <message>
        <source>Only What Changed</source>
        <translation>Nur Geändertes</translation>
    </message>
    <message>
        <source>Go to Item</source>
        <translation>Zum Item</translation>
    </message>
    <message>
        <source>Copy as JSON</source>
        <translation>Als JSON kopieren</translation>
    </message>
    <message>
        <source>Sequence number %1</source>
        <translation>Sequenznummer %1</translation>
    </message>
    <message>
        <source>This stream carries keys only. What changed is not known.</source>
        <translation>Dieser Stream führt nur Schlüssel. Was sich änderte, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>This stream carries the old image only.</source>
        <translation>Dieser Stream führt nur das alte Bild.</translation>
    </message>
    <message>
        <source>This stream carries the new image only.</source>
        <translation>Dieser Stream führt nur das neue Bild.</translation>
    </message>
</context>
<context>
    <name>stator::ui::ChangeModel</name>
    <message>
        <source>not carried by this stream</source>
        <translation>von diesem Stream nicht geführt</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>Operation</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Changed</source>
        <extracomment>Column of the paths of attributes that changed.</extracomment>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Cause</source>
        <extracomment>Who made a change: a client, Time to Live, replication.</extracomment>
        <translation>Ursache</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
</context>
<context>
    <name>stator::ui::ChangeRecord</name>
    <message>
        <source>Inserted</source>
        <translation>Eingefügt</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Entfernt</translation>
    </message>
    <message>
        <source>Modified</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Time to Live</source>
        <translation>Time to Live</translation>
    </message>
    <message>
        <source>Replication</source>
        <translation>Replikation</translation>
    </message>
</context>
<context>
    <name>stator::ui::ChangeSet</name>
    <message>
        <source>Discard a Change</source>
        <translation>Eine Änderung verwerfen</translation>
    </message>
    <message>
        <source>Discard Changes</source>
        <translation>Änderungen verwerfen</translation>
    </message>
    <message>
        <source>Compare with the Present Item</source>
        <translation>Mit dem jetzigen Item vergleichen</translation>
    </message>
    <message>
        <source>Another client changed this item after you read it; nothing was overwritten.</source>
        <translation>Ein anderer Client hat dieses Item geändert, nachdem Sie es gelesen haben; nichts wurde überschrieben.</translation>
    </message>
    <message>
        <source>The write was refused: %1</source>
        <translation>Das Schreiben wurde abgelehnt: %1</translation>
    </message>
    <message numerus="yes">
        <source>Commit %Ln Change(s)</source>
        <translation>
            <numerusform>%Ln Änderung schreiben</numerusform>
            <numerusform>%Ln Änderungen schreiben</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stator::ui::ChangeTree</name>
    <message>
        <source>Old and new values</source>
        <translation>Alte und neue Werte</translation>
    </message>
</context>
<context>
    <name>stator::ui::ChangeTreeModel</name>
    <message>
        <source>absent</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>Attribute</source>
        <translation>Attribut</translation>
    </message>
    <message>
        <source>Old</source>
        <extracomment>Column of the values before a change.</extracomment>
        <translation>Alt</translation>
    </message>
    <message>
        <source>New</source>
        <extracomment>Column of the values after a change.</extracomment>
        <translation>Neu</translation>
    </message>
</context>
<context>
    <name>stator::ui::ChangeView</name>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
</context>
<context>
    <name>stator::ui::ChoiceBox</name>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Stream</source>
        <translation>Stream</translation>
    </message>
    <message>
        <source>Keys only</source>
        <translation>Nur Schlüssel</translation>
    </message>
    <message>
        <source>New image: the item after the change</source>
        <translation>Neues Bild: das Item nach der Änderung</translation>
    </message>
    <message>
        <source>Old image: the item before the change</source>
        <translation>Altes Bild: das Item vor der Änderung</translation>
    </message>
    <message>
        <source>New and old images</source>
        <translation>Neue und alte Bilder</translation>
    </message>
    <message>
        <source>Contributor Insights</source>
        <translation>Contributor Insights</translation>
    </message>
    <message>
        <source>Accessed and throttled keys</source>
        <translation>Gelesene, geschriebene und gedrosselte Schlüssel</translation>
    </message>
    <message>
        <source>Throttled keys only</source>
        <translation>Nur gedrosselte Schlüssel</translation>
    </message>
</context>
<context>
    <name>stator::ui::CodeDialog</name>
    <message>
        <source>Code for This Request</source>
        <translation>Code für diese Anfrage</translation>
    </message>
</context>
<context>
    <name>stator::ui::CodePanel</name>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
</context>
<context>
    <name>stator::ui::CodeSnippet</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
</context>
<context>
    <name>stator::ui::CommandPalette</name>
    <message>
        <source>Search tables, pages and commands</source>
        <translation>Tabellen, Seiten und Befehle suchen</translation>
    </message>
    <message>
        <source>Nothing is called that</source>
        <translation>Nichts heißt so</translation>
    </message>
</context>
<context>
    <name>stator::ui::Commands</name>
    <message>
        <source>&amp;Close Tab</source>
        <translation>Tab s&amp;chließen</translation>
    </message>
    <message>
        <source>Reopen Closed &amp;Tab</source>
        <translation>Geschlossenen &amp;Tab wieder öffnen</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>&amp;Einstellungen…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <extracomment>%1 is what would be undone: &quot;Change total&quot;.</extracomment>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>No change to take back.</source>
        <translation>Es gibt keine Änderung, die sich zurücknehmen lässt.</translation>
    </message>
    <message>
        <source>&amp;Undo %1</source>
        <translation>&amp;Rückgängig: %1</translation>
    </message>
    <message>
        <source>&amp;Redo %1</source>
        <translation>&amp;Wiederholen: %1</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>&amp;Vorwärts</translation>
    </message>
    <message>
        <source>&amp;Next Tab</source>
        <translation>&amp;Nächster Tab</translation>
    </message>
    <message>
        <source>Previous Tab</source>
        <translation>Voriger Tab</translation>
    </message>
    <message>
        <source>Next Region of the Window</source>
        <translation>Nächster Bereich des Fensters</translation>
    </message>
    <message>
        <source>Previous Region of the Window</source>
        <translation>Voriger Bereich des Fensters</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>&amp;Aktualisieren</translation>
    </message>
    <message>
        <source>Refresh Tables</source>
        <translation>Tabellen aktualisieren</translation>
    </message>
    <message>
        <source>View %1</source>
        <extracomment>Shows the n-th view of a table: Items, Settings, …</extracomment>
        <translation>Ansicht %1</translation>
    </message>
    <message>
        <source>&amp;Search…</source>
        <translation>&amp;Suchen…</translation>
    </message>
    <message>
        <source>Go to &amp;Table…</source>
        <translation>Gehe zu &amp;Tabelle…</translation>
    </message>
    <message>
        <source>&amp;Run Command…</source>
        <translation>&amp;Befehl ausführen…</translation>
    </message>
    <message>
        <source>Copy &amp;Link to This Place</source>
        <translation>&amp;Link auf diese Stelle kopieren</translation>
    </message>
    <message>
        <source>&amp;Map of Keys</source>
        <translation>&amp;Tastenübersicht</translation>
    </message>
    <message>
        <source>&amp;About Stator</source>
        <translation>Ü&amp;ber Stator</translation>
    </message>
    <message>
        <source>Na&amp;vigator</source>
        <translation>Na&amp;vigator</translation>
    </message>
    <message>
        <source>&amp;Inspector</source>
        <translation>&amp;Inspektor</translation>
    </message>
    <message>
        <source>&amp;Activity</source>
        <translation>&amp;Aktivität</translation>
    </message>
    <message>
        <source>Reset &amp;Layout</source>
        <translation>An&amp;ordnung zurücksetzen</translation>
    </message>
    <message>
        <source>Lar&amp;ger Text</source>
        <translation>&amp;Größerer Text</translation>
    </message>
    <message>
        <source>S&amp;maller Text</source>
        <translation>&amp;Kleinerer Text</translation>
    </message>
    <message>
        <source>Normal Text Si&amp;ze</source>
        <translation>Nor&amp;male Textgröße</translation>
    </message>
</context>
<context>
    <name>stator::ui::Comparison</name>
    <message>
        <source>between</source>
        <translation>zwischen</translation>
    </message>
    <message>
        <source>begins with</source>
        <translation>beginnt mit</translation>
    </message>
    <message>
        <source>contains</source>
        <translation>enthält</translation>
    </message>
    <message>
        <source>does not contain</source>
        <translation>enthält nicht</translation>
    </message>
    <message>
        <source>is one of</source>
        <translation>ist eines von</translation>
    </message>
    <message>
        <source>exists</source>
        <translation>vorhanden</translation>
    </message>
    <message>
        <source>does not exist</source>
        <translation>nicht vorhanden</translation>
    </message>
    <message>
        <source>is of type</source>
        <translation>hat den Typ</translation>
    </message>
    <message>
        <source>%1 between %2 and %3</source>
        <translation>%1 zwischen %2 und %3</translation>
    </message>
</context>
<context>
    <name>stator::ui::CostDialog</name>
    <message>
        <source>Why It Cost This</source>
        <translation>Warum es das gekostet hat</translation>
    </message>
</context>
<context>
    <name>stator::ui::CostPanel</name>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>How it comes about</source>
        <translation>Wie es zustande kommt</translation>
    </message>
    <message>
        <source>Good to know</source>
        <translation>Gut zu wissen</translation>
    </message>
    <message>
        <source>What else would cost</source>
        <translation>Was anderes kosten würde</translation>
    </message>
</context>
<context>
    <name>stator::ui::DeleteTableDialog</name>
    <message>
        <source>Delete Table</source>
        <translation>Tabelle löschen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>%1 löschen</translation>
    </message>
    <message>
        <source>Type %1 to delete it</source>
        <extracomment>%1 is the name of a table.</extracomment>
        <translation>Tippen Sie %1, um sie zu löschen</translation>
    </message>
    <message>
        <source>The table is protected from deletion. Turn the protection off in its settings first.</source>
        <translation>Die Tabelle ist vor dem Löschen geschützt. Schalten Sie den Schutz zuerst in ihren Einstellungen aus.</translation>
    </message>
    <message>
        <source>Delete %1, %2</source>
        <extracomment>%1 is a table, %2 &quot;12,480 items&quot;.</extracomment>
        <translation>%1 löschen, %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln item(s)</source>
        <translation>
            <numerusform>%Ln Item</numerusform>
            <numerusform>%Ln Items</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <extracomment>%1 is &quot;Delete Shop, 12 items&quot;, %2 a connection.</extracomment>
        <translation>%1 auf %2</translation>
    </message>
    <message>
        <source>Deleting…</source>
        <translation>Wird gelöscht…</translation>
    </message>
    <message>
        <source>Deleted %1.</source>
        <translation>%1 ist gelöscht.</translation>
    </message>
    <message>
        <source>The table goes with its items and indexes, and nothing brings them back. Its stream stays readable for 24 hours.</source>
        <translation>Mit der Tabelle gehen ihre Items und Indizes, und nichts bringt sie zurück. Ihr Stream bleibt 24 Stunden lesbar.</translation>
    </message>
</context>
<context>
    <name>stator::ui::DraftCheck</name>
    <message>
        <source>The item has %1 bytes; an item may have %2.</source>
        <extracomment>%1 and %2 are counts of bytes.</extracomment>
        <translation>Das Item hat %1 Bytes; ein Item darf %2 haben.</translation>
    </message>
    <message>
        <source>A number is missing.</source>
        <translation>Eine Zahl fehlt.</translation>
    </message>
    <message>
        <source>A number holds at most 38 significant digits.</source>
        <translation>Eine Zahl hat höchstens 38 gültige Ziffern.</translation>
    </message>
    <message>
        <source>The number is too large: its magnitude must be below 1E+126.</source>
        <translation>Die Zahl ist zu groß: Ihr Betrag muss unter 1E+126 liegen.</translation>
    </message>
    <message>
        <source>The number is too small: its magnitude must be at least 1E-130.</source>
        <translation>Die Zahl ist zu klein: Ihr Betrag muss mindestens 1E-130 sein.</translation>
    </message>
    <message>
        <source>“%1” is not a number.</source>
        <translation>„%1“ ist keine Zahl.</translation>
    </message>
    <message>
        <source>A set needs at least one element.</source>
        <translation>Eine Menge braucht mindestens ein Element.</translation>
    </message>
    <message>
        <source>The set holds “%1” already.</source>
        <translation>Die Menge enthält „%1“ schon.</translation>
    </message>
    <message numerus="yes">
        <source>Values may be nested %Ln level(s) deep; this one is deeper.</source>
        <translation>
            <numerusform>Werte dürfen %Ln Ebene tief geschachtelt sein; dieser liegt tiefer.</numerusform>
            <numerusform>Werte dürfen %Ln Ebenen tief geschachtelt sein; dieser liegt tiefer.</numerusform>
        </translation>
    </message>
    <message>
        <source>The attribute needs a name.</source>
        <translation>Das Attribut braucht einen Namen.</translation>
    </message>
    <message>
        <source>The name is longer than 65,535 bytes.</source>
        <translation>Der Name ist länger als 65.535 Bytes.</translation>
    </message>
    <message>
        <source>There is an attribute “%1” already.</source>
        <translation>Ein Attribut „%1“ gibt es schon.</translation>
    </message>
    <message>
        <source>An index has “%1” as its key: it must be of type %2, or absent.</source>
        <translation>Ein Index hat „%1“ als Schlüssel: Es muss vom Typ %2 sein oder fehlen.</translation>
    </message>
    <message>
        <source>“%1” is the key: it must be of type %2.</source>
        <translation>„%1“ ist der Schlüssel: Es muss vom Typ %2 sein.</translation>
    </message>
    <message>
        <source>An index has “%1” as its key: it must not be empty.</source>
        <translation>Ein Index hat „%1“ als Schlüssel: Es darf nicht leer sein.</translation>
    </message>
    <message>
        <source>“%1” is the key: it must not be empty.</source>
        <translation>„%1“ ist der Schlüssel: Es darf nicht leer sein.</translation>
    </message>
    <message numerus="yes">
        <source>“%1” is a key: it may have %Ln byte(s).</source>
        <translation>
            <numerusform>„%1“ ist ein Schlüssel: Es darf %Ln Byte haben.</numerusform>
            <numerusform>„%1“ ist ein Schlüssel: Es darf %Ln Bytes haben.</numerusform>
        </translation>
    </message>
    <message>
        <source>The key of an item is fixed. Duplicate it with another key instead.</source>
        <translation>Der Schlüssel eines Items steht fest. Verdoppeln Sie es stattdessen mit einem anderen Schlüssel.</translation>
    </message>
</context>
<context>
    <name>stator::ui::DraftConvert</name>
    <message>
        <source>A null holds nothing; the value would be lost.</source>
        <translation>Null enthält nichts; der Wert ginge verloren.</translation>
    </message>
    <message>
        <source>The set has more than one element.</source>
        <translation>Die Menge hat mehr als ein Element.</translation>
    </message>
    <message>
        <source>The bytes are not text in UTF-8.</source>
        <translation>Die Bytes sind kein Text in UTF-8.</translation>
    </message>
    <message>
        <source>As a number, “%1” would become %2.</source>
        <translation>Als Zahl würde aus „%1“ %2.</translation>
    </message>
    <message>
        <source>The list has more than one element.</source>
        <translation>Die Liste hat mehr als ein Element.</translation>
    </message>
    <message>
        <source>An element of the list is of another type.</source>
        <translation>Ein Element der Liste ist von anderem Typ.</translation>
    </message>
    <message>
        <source>Only the texts “true” and “false” become a Boolean.</source>
        <translation>Nur die Texte „true“ und „false“ werden zu einem Wahrheitswert.</translation>
    </message>
    <message>
        <source>A Boolean becomes text, or the element of a list, and nothing else.</source>
        <translation>Ein Wahrheitswert wird zu Text oder zum Element einer Liste, zu nichts anderem.</translation>
    </message>
    <message>
        <source>A map needs a name for each value.</source>
        <translation>Eine Map braucht einen Namen für jeden Wert.</translation>
    </message>
    <message>
        <source>A map becomes the element of a list, and nothing else.</source>
        <translation>Eine Map wird zum Element einer Liste, zu nichts anderem.</translation>
    </message>
</context>
<context>
    <name>stator::ui::DraftReader</name>
    <message>
        <source>There is an attribute “%1” already.</source>
        <translation>Ein Attribut „%1“ gibt es schon.</translation>
    </message>
    <message>
        <source>One type with its value is expected, like {&quot;S&quot;: &quot;text&quot;}.</source>
        <translation>Erwartet wird ein Typ mit seinem Wert, etwa {&quot;S&quot;: &quot;text&quot;}.</translation>
    </message>
    <message>
        <source>“%1” is not a type; there are S, N, B, BOOL, NULL, SS, NS, BS, L and M.</source>
        <translation>„%1“ ist kein Typ; es gibt S, N, B, BOOL, NULL, SS, NS, BS, L und M.</translation>
    </message>
    <message>
        <source>A null is written {&quot;NULL&quot;: true}.</source>
        <translation>Null schreibt man {&quot;NULL&quot;: true}.</translation>
    </message>
    <message>
        <source>A Boolean is true or false, without quotes.</source>
        <translation>Ein Wahrheitswert ist true oder false, ohne Anführungszeichen.</translation>
    </message>
    <message>
        <source>A set is written as an array.</source>
        <translation>Eine Menge schreibt man als Array.</translation>
    </message>
    <message>
        <source>A list is written as an array.</source>
        <translation>Eine Liste schreibt man als Array.</translation>
    </message>
    <message>
        <source>A map is written as an object.</source>
        <translation>Eine Map schreibt man als Objekt.</translation>
    </message>
    <message>
        <source>A number is expected.</source>
        <translation>Erwartet wird eine Zahl.</translation>
    </message>
    <message>
        <source>A number is written in quotes: {&quot;N&quot;: &quot;12&quot;}.</source>
        <translation>Eine Zahl steht in Anführungszeichen: {&quot;N&quot;: &quot;12&quot;}.</translation>
    </message>
    <message>
        <source>Text in quotes is expected.</source>
        <translation>Erwartet wird Text in Anführungszeichen.</translation>
    </message>
    <message>
        <source>Binary is written in base64, and this is not.</source>
        <translation>Binäres schreibt man in Base64, und das ist keines.</translation>
    </message>
    <message>
        <source>An item is an object: it begins with “{”.</source>
        <translation>Ein Item ist ein Objekt: Es beginnt mit „{“.</translation>
    </message>
</context>
<context>
    <name>stator::ui::EditorHead</name>
    <message>
        <source>Copy Key</source>
        <translation>Schlüssel kopieren</translation>
    </message>
    <message>
        <source>Add Attribute (Insert)</source>
        <translation>Attribut hinzufügen (Einfg)</translation>
    </message>
    <message>
        <source>Tree</source>
        <extracomment>Views of one item; &quot;JSON&quot; and &quot;DynamoDB JSON&quot; are names.</extracomment>
        <translation>Baum</translation>
    </message>
    <message>
        <source>View of the item</source>
        <translation>Ansicht des Items</translation>
    </message>
    <message>
        <source>New item</source>
        <translation>Neues Item</translation>
    </message>
    <message>
        <source>Read %1</source>
        <extracomment>%1 is a time of day.</extracomment>
        <translation>Gelesen %1</translation>
    </message>
    <message>
        <source>%1 of 400 KB</source>
        <extracomment>%1 is a size: &quot;2.1 KB of 400 KB&quot;, what an item may hold.</extracomment>
        <translation>%1 von 400 KB</translation>
    </message>
    <message>
        <source>Size not known</source>
        <translation>Größe unbekannt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln byte(s)</source>
        <translation>
            <numerusform>%Ln Byte</numerusform>
            <numerusform>%Ln Bytes</numerusform>
        </translation>
    </message>
    <message>
        <source>Copied the key as DynamoDB JSON.</source>
        <translation>Der Schlüssel ist als DynamoDB JSON kopiert.</translation>
    </message>
</context>
<context>
    <name>stator::ui::EncryptionEdit</name>
    <message>
        <source>Key of DynamoDB</source>
        <translation>Schlüssel von DynamoDB</translation>
    </message>
    <message>
        <source>Key of AWS KMS</source>
        <translation>Schlüssel von AWS KMS</translation>
    </message>
    <message>
        <source>Encryption key</source>
        <translation>Schlüssel der Verschlüsselung</translation>
    </message>
    <message>
        <source>Key id, alias/NAME or ARN; empty: the AWS managed key</source>
        <translation>Schlüssel-Id, alias/NAME oder ARN; leer: der von AWS verwaltete</translation>
    </message>
    <message>
        <source>Key id, alias or ARN</source>
        <translation>Schlüssel-Id, Alias oder ARN</translation>
    </message>
</context>
<context>
    <name>stator::ui::EndpointCard</name>
    <message>
        <source>Copy Address</source>
        <translation>Adresse kopieren</translation>
    </message>
    <message>
        <source>Language of the snippet</source>
        <translation>Sprache des Beispiels</translation>
    </message>
    <message>
        <source>Copied the address of the endpoint.</source>
        <translation>Die Adresse des Endpunkts ist kopiert.</translation>
    </message>
    <message>
        <source>Copied the snippet.</source>
        <translation>Das Beispiel ist kopiert.</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Listening on</source>
        <extracomment>Followed by an address: &quot;Listening on http://127.0.0.1:8000&quot;.</extracomment>
        <translation>Erreichbar unter</translation>
    </message>
    <message>
        <source>The endpoint is starting</source>
        <translation>Der Endpunkt startet</translation>
    </message>
    <message>
        <source>The endpoint is off</source>
        <translation>Der Endpunkt ist aus</translation>
    </message>
    <message>
        <source>The endpoint is not listening</source>
        <translation>Der Endpunkt ist nicht erreichbar</translation>
    </message>
    <message>
        <source>SDK clients cannot reach this workspace; the window can.</source>
        <translation>SDK-Clients erreichen diesen Arbeitsbereich nicht; das Fenster schon.</translation>
    </message>
    <message>
        <source>Change Port</source>
        <translation>Port ändern</translation>
    </message>
    <message>
        <source>Start Endpoint</source>
        <translation>Endpunkt starten</translation>
    </message>
    <message>
        <source>No client yet. Its first request is announced here.</source>
        <extracomment>%1 names an SDK: &quot;Boto3/1.34&quot;.</extracomment>
        <translation>Noch kein Client. Seine erste Anfrage wird hier gemeldet.</translation>
    </message>
    <message>
        <source>The first request arrived: %1.</source>
        <translation>Die erste Anfrage ist eingetroffen: %1.</translation>
    </message>
</context>
<context>
    <name>stator::ui::EntityChips</name>
    <message>
        <source>%1 among the loaded items. Show only these.</source>
        <translation>%1 unter den geladenen Items. Nur diese zeigen.</translation>
    </message>
    <message>
        <source>Show items of every kind again.</source>
        <translation>Wieder Items jeder Art zeigen.</translation>
    </message>
    <message>
        <source>Show only these.</source>
        <translation>Nur diese zeigen.</translation>
    </message>
</context>
<context>
    <name>stator::ui::ErrorCard</name>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
</context>
<context>
    <name>stator::ui::ErrorText</name>
    <message>
        <source>The request was refused because one of its values is not valid.</source>
        <translation>Die Anfrage wurde abgelehnt, weil einer ihrer Werte nicht gültig ist.</translation>
    </message>
    <message>
        <source>Correct the value named below and try again.</source>
        <translation>Berichtigen Sie den unten genannten Wert und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>This service does not have the operation.</source>
        <translation>Dieser Dienst kennt die Operation nicht.</translation>
    </message>
    <message>
        <source>The service did not accept the credentials.</source>
        <translation>Der Dienst hat die Zugangsdaten nicht angenommen.</translation>
    </message>
    <message>
        <source>Check the access key of this connection.</source>
        <translation>Prüfen Sie den Zugriffsschlüssel dieser Verbindung.</translation>
    </message>
    <message>
        <source>The access key may not do this.</source>
        <translation>Der Zugriffsschlüssel darf das nicht.</translation>
    </message>
    <message>
        <source>Ask for a policy that allows it, or use another key.</source>
        <translation>Bitten Sie um eine Richtlinie, die es erlaubt, oder benutzen Sie einen anderen Schlüssel.</translation>
    </message>
    <message>
        <source>The write was refused: the item is not as it was when it was read.</source>
        <translation>Das Schreiben wurde abgelehnt: Das Item ist nicht mehr so, wie es gelesen wurde.</translation>
    </message>
    <message>
        <source>Compare both versions.</source>
        <translation>Vergleichen Sie beide Fassungen.</translation>
    </message>
    <message>
        <source>The table or index does not exist here.</source>
        <translation>Die Tabelle oder den Index gibt es hier nicht.</translation>
    </message>
    <message>
        <source>It may be in another region, or was deleted.</source>
        <translation>Sie kann in einer anderen Region liegen oder gelöscht sein.</translation>
    </message>
    <message>
        <source>The table is being created, changed or deleted.</source>
        <translation>Die Tabelle wird gerade angelegt, geändert oder gelöscht.</translation>
    </message>
    <message>
        <source>Try again when it is active.</source>
        <translation>Versuchen Sie es erneut, wenn sie aktiv ist.</translation>
    </message>
    <message>
        <source>A table of this name exists already.</source>
        <translation>Eine Tabelle dieses Namens gibt es schon.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>The transaction was cancelled; nothing was written.</source>
        <translation>Die Transaktion wurde abgebrochen; nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>Another transaction holds one of the items; nothing was written.</source>
        <translation>Eine andere Transaktion hält eines der Items; nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>An item with this key exists already; nothing was written.</source>
        <translation>Ein Item mit diesem Schlüssel gibt es schon; nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>Choose another key.</source>
        <translation>Wählen Sie einen anderen Schlüssel.</translation>
    </message>
    <message>
        <source>The same token was used for a different request; nothing was written.</source>
        <translation>Dasselbe Token wurde für eine andere Anfrage benutzt; nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>The place in the stream was kept for too long without being read.</source>
        <translation>Die Stelle im Stream wurde zu lange nicht gelesen.</translation>
    </message>
    <message>
        <source>Go on from the record that was read last.</source>
        <translation>Machen Sie beim zuletzt gelesenen Eintrag weiter.</translation>
    </message>
    <message>
        <source>The records at this place of the stream are gone; they are kept for a day.</source>
        <translation>Die Einträge an dieser Stelle des Streams sind nicht mehr da; sie werden einen Tag lang aufbewahrt.</translation>
    </message>
    <message>
        <source>Go on from the oldest record.</source>
        <translation>Machen Sie beim ältesten Eintrag weiter.</translation>
    </message>
    <message>
        <source>The request was throttled.</source>
        <translation>Die Anfrage wurde gedrosselt.</translation>
    </message>
    <message>
        <source>Wait a moment, or raise the capacity of the table.</source>
        <translation>Warten Sie einen Augenblick oder erhöhen Sie die Kapazität der Tabelle.</translation>
    </message>
    <message>
        <source>The request would exceed a limit of the service.</source>
        <translation>Die Anfrage würde eine Grenze des Dienstes überschreiten.</translation>
    </message>
    <message>
        <source>The service cannot answer now.</source>
        <translation>Der Dienst kann gerade nicht antworten.</translation>
    </message>
    <message>
        <source>Look at the zones: too few of them may be up.</source>
        <translation>Sehen Sie nach den Zonen: Vielleicht laufen zu wenige.</translation>
    </message>
    <message>
        <source>A file could not be read or written.</source>
        <translation>Eine Datei ließ sich nicht lesen oder schreiben.</translation>
    </message>
    <message>
        <source>Check the drive and try again.</source>
        <translation>Prüfen Sie das Laufwerk und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The drive is full; nothing was written.</source>
        <translation>Das Laufwerk ist voll; nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>Free some space and try again.</source>
        <translation>Schaffen Sie Platz und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Stored data are not what was written.</source>
        <translation>Gespeicherte Daten sind nicht, was geschrieben wurde.</translation>
    </message>
    <message>
        <source>Look at the zones; another copy may be whole.</source>
        <translation>Sehen Sie nach den Zonen; eine andere Kopie kann heil sein.</translation>
    </message>
    <message>
        <source>Another Stator uses this workspace.</source>
        <translation>Ein anderer Stator benutzt diesen Arbeitsbereich.</translation>
    </message>
    <message>
        <source>Use its window, or stop it first.</source>
        <translation>Benutzen Sie dessen Fenster, oder beenden Sie ihn zuerst.</translation>
    </message>
    <message>
        <source>The key does not open this workspace.</source>
        <translation>Der Schlüssel öffnet diesen Arbeitsbereich nicht.</translation>
    </message>
    <message>
        <source>Choose the key it was encrypted with.</source>
        <translation>Wählen Sie den Schlüssel, mit dem er verschlüsselt wurde.</translation>
    </message>
    <message>
        <source>The workspace was made by a newer Stator.</source>
        <translation>Der Arbeitsbereich stammt von einem neueren Stator.</translation>
    </message>
    <message>
        <source>Open it with that version.</source>
        <translation>Öffnen Sie ihn mit jener Version.</translation>
    </message>
    <message>
        <source>The service is stopping.</source>
        <translation>Der Dienst wird beendet.</translation>
    </message>
    <message>
        <source>The service failed to answer the request.</source>
        <translation>Der Dienst konnte die Anfrage nicht beantworten.</translation>
    </message>
</context>
<context>
    <name>stator::ui::FactsCard</name>
    <message>
        <source>Copy %1</source>
        <extracomment>%1 is the name of a field: &quot;ARN&quot;.</extracomment>
        <translation>%1 kopieren</translation>
    </message>
    <message>
        <source>Partition key</source>
        <translation>Partitionsschlüssel</translation>
    </message>
    <message>
        <source>Sort key</source>
        <translation>Sortierschlüssel</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>Enthält</translation>
    </message>
    <message numerus="yes">
        <source>%Ln item(s), %1</source>
        <translation>
            <numerusform>%Ln Item, %1</numerusform>
            <numerusform>%Ln Items, %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Angelegt</translation>
    </message>
    <message>
        <source>ARN</source>
        <translation>ARN</translation>
    </message>
    <message>
        <source>Table id</source>
        <translation>Tabellen-ID</translation>
    </message>
    <message>
        <source>Stream ARN</source>
        <translation>Stream-ARN</translation>
    </message>
</context>
<context>
    <name>stator::ui::FilterChip</name>
    <message>
        <source>Remove This Filter</source>
        <translation>Diesen Filter entfernen</translation>
    </message>
</context>
<context>
    <name>stator::ui::FilterPopup</name>
    <message>
        <source>Path: total, address.city, lines[0].sku</source>
        <translation>Pfad: total, address.city, lines[0].sku</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Type of the value</source>
        <translation>Typ des Werts</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>and</source>
        <translation>und</translation>
    </message>
    <message>
        <source>Upper value</source>
        <translation>Oberer Wert</translation>
    </message>
    <message>
        <source>Add Filter</source>
        <translation>Filter hinzufügen</translation>
    </message>
    <message>
        <source>Change Filter</source>
        <translation>Filter ändern</translation>
    </message>
    <message>
        <source>Values, with commas</source>
        <translation>Werte, mit Kommas getrennt</translation>
    </message>
    <message>
        <source>S, N, B, BOOL, NULL, SS, NS, BS, L or M</source>
        <translation>S, N, B, BOOL, NULL, SS, NS, BS, L oder M</translation>
    </message>
</context>
<context>
    <name>stator::ui::FindBar</name>
    <message>
        <source>Previous Match</source>
        <translation>Voriger Treffer</translation>
    </message>
    <message>
        <source>Next Match</source>
        <translation>Nächster Treffer</translation>
    </message>
    <message>
        <source>Find in the loaded items</source>
        <translation>In den geladenen Items suchen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Not in the %1 loaded items</source>
        <extracomment>%1 is a count of items.</extracomment>
        <translation>Nicht in den %1 geladenen Items</translation>
    </message>
    <message>
        <source>%1 of %2 in %3 loaded items</source>
        <extracomment>Find: &quot;3 of 12 in 3,200 loaded items&quot;.</extracomment>
        <translation>%1 von %2 in %3 geladenen Items</translation>
    </message>
</context>
<context>
    <name>stator::ui::GridHeader</name>
    <message>
        <source>&amp;Fit Width</source>
        <translation>&amp;Breite anpassen</translation>
    </message>
    <message>
        <source>&amp;Unpin Column</source>
        <translation>Spalte &amp;lösen</translation>
    </message>
    <message>
        <source>&amp;Pin Column</source>
        <translation>Spalte &amp;anheften</translation>
    </message>
    <message>
        <source>&amp;Hide Column</source>
        <translation>Spalte &amp;ausblenden</translation>
    </message>
    <message>
        <source>Move to the &amp;Left</source>
        <translation>Nach &amp;links</translation>
    </message>
    <message>
        <source>Move to the &amp;Right</source>
        <translation>Nach &amp;rechts</translation>
    </message>
    <message>
        <source>&amp;Show Column</source>
        <translation>Spalte &amp;zeigen</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%2), in %3 of %Ln loaded item(s)</source>
        <extracomment>Tooltip of a column: attribute, types, &quot;in 42 % of 200 loaded items&quot;.</extracomment>
        <translation>
            <numerusform>%1 (%2), in %3 von %Ln geladenen Item</numerusform>
            <numerusform>%1 (%2), in %3 von %Ln geladenen Items</numerusform>
        </translation>
    </message>
    <message>
        <source>absent</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>Sort Loaded Items &amp;Ascending</source>
        <translation>Geladene Items &amp;aufsteigend sortieren</translation>
    </message>
    <message>
        <source>Sort Loaded Items &amp;Descending</source>
        <translation>Geladene Items a&amp;bsteigend sortieren</translation>
    </message>
    <message>
        <source>&amp;Clear Sort</source>
        <translation>Sortierung auf&amp;heben</translation>
    </message>
</context>
<context>
    <name>stator::ui::GridView</name>
    <message>
        <source>absent</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>empty text</source>
        <translation>leerer Text</translation>
    </message>
    <message>
        <source>deleted by another client</source>
        <translation>von einem anderen Client gelöscht</translation>
    </message>
    <message>
        <source>staged as new</source>
        <translation>als neu vorgemerkt</translation>
    </message>
    <message>
        <source>change staged</source>
        <translation>Änderung vorgemerkt</translation>
    </message>
    <message>
        <source>deletion staged</source>
        <translation>Löschung vorgemerkt</translation>
    </message>
    <message>
        <source>%1: not loaded</source>
        <translation>%1: nicht geladen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>An attribute and its value, read aloud.</extracomment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>stator::ui::HomePage</name>
    <message>
        <source>DynamoDB on your desk</source>
        <translation>DynamoDB auf Ihrem Schreibtisch</translation>
    </message>
    <message>
        <source>Point any AWS SDK at the address below; what it writes appears here.</source>
        <translation>Richten Sie ein beliebiges AWS SDK auf die Adresse unten; was es schreibt, erscheint hier.</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Start</translation>
    </message>
</context>
<context>
    <name>stator::ui::IndexDialog</name>
    <message>
        <source>New Index</source>
        <translation>Neuer Index</translation>
    </message>
    <message>
        <source>New index of %1</source>
        <translation>Neuer Index von %1</translation>
    </message>
    <message>
        <source>It is built from the items that are there; the table stays in use meanwhile.</source>
        <translation>Er wird aus den vorhandenen Items aufgebaut; die Tabelle bleibt dabei in Gebrauch.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Add Index</source>
        <translation>Index hinzufügen</translation>
    </message>
</context>
<context>
    <name>stator::ui::IndexForm</name>
    <message>
        <source>Attribute</source>
        <translation>Attribut</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Global</source>
        <translation>Global</translation>
    </message>
    <message>
        <source>Local</source>
        <translation>Lokal</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Keys only</source>
        <translation>Nur Schlüssel</translation>
    </message>
    <message>
        <source>Keys and…</source>
        <translation>Schlüssel und…</translation>
    </message>
    <message>
        <source>total, note</source>
        <translation>total, note</translation>
    </message>
    <message>
        <source>Index name</source>
        <translation>Name des Index</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Partition key</source>
        <translation>Partitionsschlüssel</translation>
    </message>
    <message>
        <source>Sort key, if any</source>
        <translation>Sortierschlüssel, falls gewünscht</translation>
    </message>
    <message>
        <source>Attributes it holds</source>
        <translation>Attribute darin</translation>
    </message>
    <message>
        <source>Further attributes</source>
        <translation>Weitere Attribute</translation>
    </message>
    <message>
        <source>Names, separated by commas.</source>
        <translation>Namen, mit Kommas getrennt.</translation>
    </message>
    <message>
        <source>Vector</source>
        <translation>Vektor</translation>
    </message>
    <message>
        <source>Capacity of the Index</source>
        <translation>Kapazität des Index</translation>
    </message>
    <message>
        <source>Finds the items whose vector is nearest to another.</source>
        <translation>Findet die Items, deren Vektor einem anderen am nächsten ist.</translation>
    </message>
    <message>
        <source>Keeps the table&apos;s partition key and sorts by another attribute.</source>
        <translation>Behält den Partitionsschlüssel der Tabelle und sortiert nach einem anderen Attribut.</translation>
    </message>
    <message>
        <source>Has keys of its own; each may be of several attributes.</source>
        <translation>Hat eigene Schlüssel; jeder darf aus mehreren Attributen bestehen.</translation>
    </message>
    <message>
        <source>Partition key, if any</source>
        <translation>Partitionsschlüssel, falls gewünscht</translation>
    </message>
    <message>
        <source>With one, every search looks at one of its values.</source>
        <translation>Mit ihm sieht jede Suche bei einem seiner Werte nach.</translation>
    </message>
    <message>
        <source>Sort key</source>
        <translation>Sortierschlüssel</translation>
    </message>
</context>
<context>
    <name>stator::ui::IndexSettingsDialog</name>
    <message>
        <source>Index Settings</source>
        <translation>Einstellungen des Index</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Change Index</source>
        <translation>Index ändern</translation>
    </message>
    <message>
        <source>Apply on the Settings page sends the change.</source>
        <translation>Gesendet wird die Änderung mit „Anwenden“ auf der Seite „Einstellungen“.</translation>
    </message>
    <message>
        <source>Settings of %1</source>
        <extracomment>%1 is an index.</extracomment>
        <translation>Einstellungen von %1</translation>
    </message>
    <message>
        <source>Contributor Insights</source>
        <translation>Contributor Insights</translation>
    </message>
</context>
<context>
    <name>stator::ui::IndexesCard</name>
    <message>
        <source>all attributes</source>
        <translation>alle Attribute</translation>
    </message>
    <message>
        <source>keys only</source>
        <translation>nur Schlüssel</translation>
    </message>
    <message>
        <source>keys and %1</source>
        <extracomment>%1 lists attributes: &quot;keys and total, note&quot;.</extracomment>
        <translation>Schlüssel und %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln item(s)</source>
        <translation>
            <numerusform>%Ln Item</numerusform>
            <numerusform>%Ln Items</numerusform>
        </translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Going</source>
        <translation>Wird gelöscht</translation>
    </message>
    <message>
        <source>Updating</source>
        <translation>Wird geändert</translation>
    </message>
    <message>
        <source>Being made</source>
        <translation>Wird angelegt</translation>
    </message>
    <message>
        <source>Local</source>
        <translation>Lokal</translation>
    </message>
    <message>
        <source>To be deleted</source>
        <translation>Wird gelöscht werden</translation>
    </message>
    <message>
        <source>To be made</source>
        <translation>Wird angelegt werden</translation>
    </message>
    <message>
        <source>Indexes</source>
        <translation>Indexe</translation>
    </message>
    <message>
        <source>New Index…</source>
        <translation>Neuer Index…</translation>
    </message>
    <message>
        <source>None. An index lets you query by other attributes.</source>
        <translation>Keine. Ein Index lässt Sie nach anderen Attributen abfragen.</translation>
    </message>
    <message>
        <source>A local index stays as long as its table.</source>
        <translation>Ein lokaler Index bleibt so lange wie seine Tabelle.</translation>
    </message>
    <message>
        <source>Keep %1</source>
        <translation>%1 behalten</translation>
    </message>
    <message>
        <source>Do Not Make %1</source>
        <translation>%1 nicht anlegen</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>%1 löschen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln dimension(s)</source>
        <translation>
            <numerusform>%Ln Dimension</numerusform>
            <numerusform>%Ln Dimensionen</numerusform>
        </translation>
    </message>
    <message>
        <source>Euclidean</source>
        <translation>euklidisch</translation>
    </message>
    <message>
        <source>dot product</source>
        <translation>Skalarprodukt</translation>
    </message>
    <message>
        <source>cosine</source>
        <translation>Kosinus</translation>
    </message>
    <message>
        <source>by %1</source>
        <extracomment>%1 lists attributes: a vector index looks at the items of one of their values.</extracomment>
        <translation>nach %1</translation>
    </message>
    <message>
        <source>filters %1</source>
        <extracomment>%1 lists attributes that a search of vectors may compare.</extracomment>
        <translation>Filter %1</translation>
    </message>
    <message>
        <source>%1 read, %2 write units</source>
        <translation>%1 Lese-, %2 Schreibeinheiten</translation>
    </message>
    <message>
        <source>at most %1 read, %2 write units</source>
        <translation>höchstens %1 Lese-, %2 Schreibeinheiten</translation>
    </message>
    <message>
        <source>any</source>
        <translation>beliebig viele</translation>
    </message>
    <message>
        <source>Backfill %1, still usable</source>
        <extracomment>%1 is a percentage.</extracomment>
        <translation>Befüllung %1, weiter benutzbar</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Settings of %1…</source>
        <extracomment>%1 is an index.</extracomment>
        <translation>Einstellungen von %1 …</translation>
    </message>
</context>
<context>
    <name>stator::ui::InspectorDock</name>
    <message>
        <source>What is selected in the page is shown here.</source>
        <translation>Was auf der Seite ausgewählt ist, steht hier.</translation>
    </message>
</context>
<context>
    <name>stator::ui::ItemEditor::Private</name>
    <message>
        <source>Start Empty</source>
        <translation>Leer beginnen</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Give up what was typed since the last stage</source>
        <translation>Aufgeben, was seit dem letzten Vormerken getippt wurde</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Vormerken</translation>
    </message>
    <message>
        <source>Stage the item (%1)</source>
        <extracomment>%1 is a shortcut.</extracomment>
        <translation>Das Item vormerken (%1)</translation>
    </message>
    <message>
        <source>The text holds characters that a field would change; here they are escapes.</source>
        <translation>Der Text enthält Zeichen, die ein Feld ändern würde; hier stehen sie mit Backslash.</translation>
    </message>
    <message>
        <source>Empty %1</source>
        <extracomment>%1 is a type: the value is dropped and an empty one begun.</extracomment>
        <translation>%1 leeren</translation>
    </message>
    <message>
        <source>Nothing to redo here.</source>
        <translation>Hier ist nichts zu wiederholen.</translation>
    </message>
    <message>
        <source>Nothing was typed here that could be undone.</source>
        <translation>Hier wurde nichts getippt, was sich zurücknehmen ließe.</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <extracomment>%1 is a line of the text, %2 a sentence.</extracomment>
        <translation>Zeile %1: %2</translation>
    </message>
    <message>
        <source>Not staged yet</source>
        <translation>Noch nicht vorgemerkt</translation>
    </message>
    <message>
        <source>An item with this key is staged already. Type another key, or change that one.</source>
        <translation>Ein Item mit diesem Schlüssel ist schon vorgemerkt. Tippen Sie einen anderen Schlüssel oder ändern Sie jenes.</translation>
    </message>
    <message>
        <source>Nothing has changed since the item was staged or read.</source>
        <translation>Seit das Item vorgemerkt oder gelesen wurde, hat sich nichts geändert.</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>%1 hinzufügen</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>%1 ändern</translation>
    </message>
    <message>
        <source>Staged. Commit writes it to the table.</source>
        <translation>Vorgemerkt. Schreiben bringt es in die Tabelle.</translation>
    </message>
    <message>
        <source>Staged for deletion.</source>
        <translation>Zum Löschen vorgemerkt.</translation>
    </message>
    <message>
        <source>Keep the Item</source>
        <translation>Item behalten</translation>
    </message>
    <message>
        <source>Another client changed this item meanwhile.</source>
        <translation>Ein anderer Client hat dieses Item inzwischen geändert.</translation>
    </message>
    <message>
        <source>Show Theirs</source>
        <translation>Andere Fassung zeigen</translation>
    </message>
    <message>
        <source>Keep Both</source>
        <translation>Beides behalten</translation>
    </message>
    <message>
        <source>Puts what you changed on what the item is now, for you to look at and commit</source>
        <translation>Überträgt Ihre Änderungen auf das jetzige Item, zum Ansehen und Festschreiben</translation>
    </message>
</context>
<context>
    <name>stator::ui::ItemGridModel</name>
    <message>
        <source>No cell is selected.</source>
        <translation>Keine Zelle ist ausgewählt.</translation>
    </message>
    <message>
        <source>The item is not loaded yet.</source>
        <translation>Das Item ist noch nicht geladen.</translation>
    </message>
    <message>
        <source>Folded attributes are edited in the Inspector.</source>
        <translation>Eingeklappte Attribute werden im Inspektor bearbeitet.</translation>
    </message>
    <message>
        <source>Keys are fixed. Duplicate the item with another key instead.</source>
        <translation>Schlüssel stehen fest. Duplizieren Sie das Item mit einem anderen Schlüssel.</translation>
    </message>
    <message>
        <source>The item is staged to be deleted.</source>
        <translation>Das Item ist zum Löschen vorgemerkt.</translation>
    </message>
    <message>
        <source>The item was deleted by another client.</source>
        <translation>Ein anderer Client hat das Item gelöscht.</translation>
    </message>
    <message>
        <source>A value of type %1 is edited in the Inspector.</source>
        <translation>Ein Wert vom Typ %1 wird im Inspektor bearbeitet.</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>%1 ändern</translation>
    </message>
    <message>
        <source>Before: %1</source>
        <translation>Vorher: %1</translation>
    </message>
    <message>
        <source>Before: absent</source>
        <translation>Vorher: fehlte</translation>
    </message>
    <message>
        <source>absent</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>The score belongs to the search, not to the item.</source>
        <translation>Die Wertung gehört zur Suche, nicht zum Item.</translation>
    </message>
    <message>
        <source>score</source>
        <translation>Wertung</translation>
    </message>
</context>
<context>
    <name>stator::ui::ItemInspector</name>
    <message>
        <source>Choose an item to see all of it here.</source>
        <translation>Wählen Sie ein Item, um es hier ganz zu sehen.</translation>
    </message>
    <message>
        <source>Bring It Back</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>Stage the item as it was; it is written only if nobody made it anew</source>
        <translation>Das Item so vormerken, wie es war; geschrieben wird es nur, wenn niemand es neu angelegt hat</translation>
    </message>
    <message>
        <source>This item was deleted.</source>
        <translation>Dieses Item wurde gelöscht.</translation>
    </message>
    <message>
        <source>Bring Back Item</source>
        <translation>Item zurückholen</translation>
    </message>
</context>
<context>
    <name>stator::ui::ItemTab</name>
    <message>
        <source>Try Again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>There is no item with this key</source>
        <translation>Es gibt kein Item mit diesem Schlüssel</translation>
    </message>
    <message>
        <source>No change is staged.</source>
        <translation>Keine Änderung ist vorgemerkt.</translation>
    </message>
    <message>
        <source>There is no item to delete.</source>
        <translation>Es gibt kein Item zu löschen.</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>%1 löschen</translation>
    </message>
    <message numerus="yes">
        <source>Staged the deletion of %Ln item(s). Nothing is deleted before Commit.</source>
        <translation>
            <numerusform>Löschung von %Ln Item vorgemerkt. Vor dem Übernehmen wird nichts gelöscht.</numerusform>
            <numerusform>Löschung von %Ln Items vorgemerkt. Vor dem Übernehmen wird nichts gelöscht.</numerusform>
        </translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Item</translation>
    </message>
</context>
<context>
    <name>stator::ui::ItemsPage</name>
    <message>
        <source>New Item</source>
        <translation>Neues Item</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Items</translation>
    </message>
    <message>
        <source>Delete alone does nothing. %1 stages a deletion.</source>
        <translation>Entf allein bewirkt nichts. %1 merkt eine Löschung vor.</translation>
    </message>
    <message>
        <source>Item › Stage Deletion</source>
        <translation>Item › Löschung vormerken</translation>
    </message>
    <message numerus="yes">
        <source>Committed %Ln change(s) to %1.</source>
        <translation>
            <numerusform>%Ln Änderung in %1 übernommen.</numerusform>
            <numerusform>%Ln Änderungen in %1 übernommen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) stay staged: %1</source>
        <translation>
            <numerusform>%Ln Änderung bleibt vorgemerkt: %1</numerusform>
            <numerusform>%Ln Änderungen bleiben vorgemerkt: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>No items yet</source>
        <translation>Noch keine Items</translation>
    </message>
    <message>
        <source>No item is in this index</source>
        <translation>In diesem Index ist kein Item</translation>
    </message>
    <message>
        <source>Add one here, or from any client:</source>
        <translation>Legen Sie hier eines an, oder mit einem beliebigen Client:</translation>
    </message>
    <message>
        <source>An item appears here once it has every key attribute of the index.</source>
        <translation>Ein Item erscheint hier, sobald es jedes Schlüsselattribut des Index hat.</translation>
    </message>
    <message>
        <source>None of %1 items matches</source>
        <translation>Keines von %1 Items passt</translation>
    </message>
    <message>
        <source>Scanned %1; values are compared with their type: 1 and &quot;1&quot; differ.</source>
        <translation>%1 durchsucht; Werte werden mit ihrem Typ verglichen: 1 und &quot;1&quot; sind verschieden.</translation>
    </message>
    <message>
        <source>Clear Query</source>
        <translation>Abfrage leeren</translation>
    </message>
    <message>
        <source>Clear Filter</source>
        <translation>Filter leeren</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>No change is staged.</source>
        <translation>Keine Änderung ist vorgemerkt.</translation>
    </message>
    <message>
        <source>The table is not read yet.</source>
        <translation>Die Tabelle ist noch nicht gelesen.</translation>
    </message>
    <message>
        <source>%1 selected</source>
        <translation>%1 ausgewählt</translation>
    </message>
    <message>
        <source>No item is selected.</source>
        <translation>Kein Item ist ausgewählt.</translation>
    </message>
    <message>
        <source>At most %1 deletions are staged at once.</source>
        <translation>Höchstens %1 Löschungen werden auf einmal vorgemerkt.</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>%1 löschen</translation>
    </message>
    <message numerus="yes">
        <source>Staged the deletion of %Ln item(s). Nothing is deleted before Commit.</source>
        <translation>
            <numerusform>Löschung von %Ln Item vorgemerkt. Vor dem Übernehmen wird nichts gelöscht.</numerusform>
            <numerusform>Löschung von %Ln Items vorgemerkt. Vor dem Übernehmen wird nichts gelöscht.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is selected.</source>
        <translation>Nichts ist ausgewählt.</translation>
    </message>
    <message>
        <source>Copied %1 of %2 rows: the others are not loaded.</source>
        <translation>%1 von %2 Zeilen kopiert: die anderen sind nicht geladen.</translation>
    </message>
    <message numerus="yes">
        <source>Copied %Ln row(s).</source>
        <translation>
            <numerusform>%Ln Zeile kopiert.</numerusform>
            <numerusform>%Ln Zeilen kopiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Discard the Change of This Item</source>
        <translation>Änderung dieses Items verwerfen</translation>
    </message>
    <message>
        <source>Filter by This Value</source>
        <translation>Nach diesem Wert filtern</translation>
    </message>
    <message>
        <source>&amp;New Item</source>
        <translation>&amp;Neues Item</translation>
    </message>
    <message>
        <source>D&amp;uplicate with Another Key…</source>
        <translation>Mit anderem Schlüssel d&amp;uplizieren …</translation>
    </message>
    <message>
        <source>&amp;Edit Value</source>
        <translation>Wert &amp;bearbeiten</translation>
    </message>
    <message>
        <source>Stage &amp;Deletion</source>
        <translation>&amp;Löschung vormerken</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copy as DynamoDB &amp;JSON</source>
        <translation>Als DynamoDB-&amp;JSON kopieren</translation>
    </message>
    <message>
        <source>Co&amp;mmit</source>
        <translation>Ü&amp;bernehmen</translation>
    </message>
    <message>
        <source>&amp;Preview Changes…</source>
        <translation>Änderungen an&amp;sehen …</translation>
    </message>
    <message>
        <source>Discard &amp;All Changes</source>
        <translation>&amp;Alle Änderungen verwerfen</translation>
    </message>
    <message>
        <source>&amp;Run Query</source>
        <translation>Abfrage aus&amp;führen</translation>
    </message>
    <message>
        <source>Go to the &amp;Query</source>
        <translation>Zur Ab&amp;frage</translation>
    </message>
    <message>
        <source>Next &amp;Page</source>
        <translation>Nächste &amp;Seite</translation>
    </message>
    <message>
        <source>&amp;Code for This Query…</source>
        <translation>&amp;Code für diese Abfrage …</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>%1 shows the whole item.</source>
        <translation>%1 zeigt das ganze Item.</translation>
    </message>
    <message>
        <source>%1 is not this computer; a scan reads and costs all of it. A partition key above makes it a query.</source>
        <translation>%1 ist nicht dieser Rechner; ein Scan liest und kostet alles. Ein Partitionsschlüssel oben macht daraus eine Abfrage.</translation>
    </message>
    <message>
        <source>Scan</source>
        <translation>Scannen</translation>
    </message>
    <message>
        <source>Nothing is written yet: %1 commits what is staged.</source>
        <extracomment>%1 is a shortcut: &quot;Ctrl+S&quot;.</extracomment>
        <translation>Noch ist nichts geschrieben: %1 übernimmt, was vorgemerkt ist.</translation>
    </message>
    <message>
        <source>Find Similar Items by %1</source>
        <extracomment>%1 is a vector index.</extracomment>
        <translation>Ähnliche Items nach %1 finden</translation>
    </message>
    <message>
        <source>Copy as &amp;Plain JSON</source>
        <translation>Als ein&amp;faches JSON kopieren</translation>
    </message>
    <message>
        <source>&amp;Paste…</source>
        <translation>E&amp;infügen …</translation>
    </message>
    <message>
        <source>&amp;Open in a Tab</source>
        <translation>In einem Tab ö&amp;ffnen</translation>
    </message>
    <message>
        <source>&amp;Saved Queries and History</source>
        <translation>&amp;Gespeicherte Abfragen und Verlauf</translation>
    </message>
    <message>
        <source>&amp;Find in Loaded Items</source>
        <translation>In geladenen Items &amp;suchen</translation>
    </message>
    <message>
        <source>Find &amp;Next</source>
        <translation>&amp;Weitersuchen</translation>
    </message>
    <message>
        <source>Find Pre&amp;vious</source>
        <translation>&amp;Rückwärts suchen</translation>
    </message>
    <message>
        <source>A vector search is counted by the bytes it searches, here %1, and not in units.</source>
        <extracomment>%1 is a size.</extracomment>
        <translation>Eine Vektorsuche wird nach durchsuchten Bytes gezählt, hier %1, und nicht in Einheiten.</translation>
    </message>
</context>
<context>
    <name>stator::ui::JobList</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>stator::ui::JobRow</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
</context>
<context>
    <name>stator::ui::JsonText</name>
    <message>
        <source>Nothing may follow the last bracket.</source>
        <translation>Nach der letzten Klammer darf nichts folgen.</translation>
    </message>
    <message>
        <source>The brackets are nested too deep.</source>
        <translation>Die Klammern sind zu tief geschachtelt.</translation>
    </message>
    <message>
        <source>A value is expected; text needs quotes.</source>
        <translation>Erwartet wird ein Wert; Text braucht Anführungszeichen.</translation>
    </message>
    <message>
        <source>The text ends where a value is expected.</source>
        <translation>Der Text endet, wo ein Wert erwartet wird.</translation>
    </message>
    <message>
        <source>A digit is missing behind the point.</source>
        <translation>Hinter dem Punkt fehlt eine Ziffer.</translation>
    </message>
    <message>
        <source>The exponent of the number is missing.</source>
        <translation>Der Exponent der Zahl fehlt.</translation>
    </message>
    <message>
        <source>The bracket “[” is never closed.</source>
        <translation>Die Klammer „[“ wird nicht geschlossen.</translation>
    </message>
    <message>
        <source>A comma or “]” is expected.</source>
        <translation>Erwartet wird ein Komma oder „]“.</translation>
    </message>
    <message>
        <source>A value is missing behind the comma.</source>
        <translation>Hinter dem Komma fehlt ein Wert.</translation>
    </message>
    <message>
        <source>The bracket “{” is never closed.</source>
        <translation>Die Klammer „{“ wird nicht geschlossen.</translation>
    </message>
    <message>
        <source>A name in quotes is expected.</source>
        <translation>Erwartet wird ein Name in Anführungszeichen.</translation>
    </message>
    <message>
        <source>A colon is missing behind the name.</source>
        <translation>Hinter dem Namen fehlt ein Doppelpunkt.</translation>
    </message>
    <message>
        <source>A comma or “}” is expected.</source>
        <translation>Erwartet wird ein Komma oder „}“.</translation>
    </message>
    <message>
        <source>The closing quote is missing.</source>
        <translation>Das schließende Anführungszeichen fehlt.</translation>
    </message>
    <message>
        <source>A control character must be written as an escape: \t, \n, \u0001.</source>
        <translation>Ein Steuerzeichen schreibt man mit Backslash: \t, \n, \u0001.</translation>
    </message>
    <message>
        <source>There is no such escape; a backslash is written \\.</source>
        <translation>Diese Schreibweise gibt es nicht; einen Backslash schreibt man \\.</translation>
    </message>
    <message>
        <source>\u needs four hexadecimal digits.</source>
        <translation>\u braucht vier hexadezimale Ziffern.</translation>
    </message>
    <message>
        <source>Half a surrogate pair is not a character.</source>
        <translation>Ein halbes Surrogatpaar ist kein Zeichen.</translation>
    </message>
</context>
<context>
    <name>stator::ui::KeyEdit</name>
    <message>
        <source>Text (S)</source>
        <translation>Text (S)</translation>
    </message>
    <message>
        <source>Number (N)</source>
        <translation>Zahl (N)</translation>
    </message>
    <message>
        <source>Binary (B)</source>
        <translation>Binär (B)</translation>
    </message>
    <message>
        <source>Type of the key</source>
        <translation>Typ des Schlüssels</translation>
    </message>
</context>
<context>
    <name>stator::ui::KeyListEdit</name>
    <message>
        <source>Add Another Attribute</source>
        <translation>Weiteres Attribut hinzufügen</translation>
    </message>
    <message>
        <source>Remove This Attribute</source>
        <translation>Dieses Attribut entfernen</translation>
    </message>
</context>
<context>
    <name>stator::ui::KeyMapDialog</name>
    <message>
        <source>Map of Keys</source>
        <translation>Tastenübersicht</translation>
    </message>
</context>
<context>
    <name>stator::ui::LivePage</name>
    <message>
        <source>Show inserts</source>
        <translation>Einfügungen zeigen</translation>
    </message>
    <message>
        <source>Show modifications</source>
        <translation>Änderungen zeigen</translation>
    </message>
    <message>
        <source>Show removals</source>
        <translation>Entfernungen zeigen</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Changed attribute</source>
        <translation>Geändertes Attribut</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message numerus="yes">
        <source>Recorded %Ln change(s) to %1.</source>
        <translation>
            <numerusform>%Ln Änderung in %1 aufgezeichnet.</numerusform>
            <numerusform>%Ln Änderungen in %1 aufgezeichnet.</numerusform>
        </translation>
    </message>
    <message>
        <source>The recording ended: %1</source>
        <translation>Die Aufzeichnung ist zu Ende: %1</translation>
    </message>
    <message>
        <source>Redrawn four times a second</source>
        <translation>Viermal je Sekunde neu gezeichnet</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Over %1 newer</source>
        <extracomment>Changes that came while the list was held still: &quot;2,310 newer&quot;.</extracomment>
        <translation>Über %1 neuere</translation>
    </message>
    <message>
        <source>%1 newer</source>
        <translation>%1 neuere</translation>
    </message>
    <message>
        <source>None of %1 changes matches</source>
        <translation>Keine von %1 Änderungen passt</translation>
    </message>
    <message>
        <source>Clear Filter</source>
        <translation>Filter löschen</translation>
    </message>
    <message>
        <source>No change yet</source>
        <translation>Noch keine Änderung</translation>
    </message>
    <message>
        <source>Listening. What is written to %1 is listed here as it happens.</source>
        <translation>Horcht. Was in %1 geschrieben wird, erscheint hier, sobald es geschieht.</translation>
    </message>
    <message>
        <source>As Recorded</source>
        <translation>Wie aufgezeichnet</translation>
    </message>
    <message>
        <source>10 Times as Fast</source>
        <translation>10-mal so schnell</translation>
    </message>
    <message>
        <source>All at Once</source>
        <translation>Alles auf einmal</translation>
    </message>
    <message>
        <source>Playback speed</source>
        <translation>Abspielgeschwindigkeit</translation>
    </message>
    <message>
        <source>Playing back %1</source>
        <translation>Spielt %1 ab</translation>
    </message>
    <message>
        <source>Back to Live</source>
        <translation>Zurück zu Live</translation>
    </message>
    <message>
        <source>%1 Reading goes on when it can.</source>
        <translation>%1 Das Lesen geht weiter, sobald es möglich ist.</translation>
    </message>
    <message>
        <source>Some of these records are no longer kept: a stream holds them for 24 hours.</source>
        <translation>Einige dieser Records werden nicht mehr aufbewahrt: Ein Stream hält sie 24 Stunden lang.</translation>
    </message>
    <message>
        <source>Go to Oldest</source>
        <translation>Zum Ältesten</translation>
    </message>
    <message>
        <source>Behind by %1</source>
        <translation>%1 im Rückstand</translation>
    </message>
    <message>
        <source>Jump to Now</source>
        <translation>Zur Gegenwart springen</translation>
    </message>
    <message>
        <source>%1 changes were passed.</source>
        <translation>%1 Änderungen wurden übersprungen.</translation>
    </message>
    <message>
        <source>Changes were passed; %1 counted so far.</source>
        <translation>Änderungen wurden übersprungen; %1 bisher gezählt.</translation>
    </message>
    <message>
        <source>Go Back</source>
        <translation>Zurückgehen</translation>
    </message>
    <message>
        <source>%1 changes came while the list was paused.</source>
        <translation>%1 Änderungen kamen, während die Liste angehalten war.</translation>
    </message>
    <message>
        <source>Recording to %1: %2 changes</source>
        <translation>Zeichnet in %1 auf: %2 Änderungen</translation>
    </message>
    <message>
        <source>Stop Recording</source>
        <translation>Aufzeichnung beenden</translation>
    </message>
    <message>
        <source>The stream is off. Its records stay readable for 24 hours.</source>
        <translation>Der Stream ist ausgeschaltet. Seine Records bleiben 24 Stunden lang lesbar.</translation>
    </message>
    <message>
        <source>Turn On Stream</source>
        <translation>Stream einschalten</translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s)</source>
        <translation>
            <numerusform>%Ln Änderung</numerusform>
            <numerusform>%Ln Änderungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Copied the record as JSON.</source>
        <translation>Record als JSON kopiert.</translation>
    </message>
    <message>
        <source>Record Changes to a File</source>
        <translation>Änderungen in eine Datei aufzeichnen</translation>
    </message>
    <message>
        <source>Play Back a Recording</source>
        <translation>Aufzeichnung abspielen</translation>
    </message>
    <message>
        <source>Recordings (*.jsonl)</source>
        <translation>Aufzeichnungen (*.jsonl)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Go to &amp;Oldest Change</source>
        <translation>Zur ä&amp;ltesten Änderung</translation>
    </message>
    <message>
        <source>&amp;Record Changes to a File…</source>
        <translation>Änderungen in eine Datei au&amp;fzeichnen …</translation>
    </message>
    <message>
        <source>&amp;Play Back a Recording…</source>
        <translation>Aufzeichnung ab&amp;spielen …</translation>
    </message>
    <message>
        <source>Changes a Second as a &amp;Table</source>
        <translation>Änderungen je Sekunde als &amp;Tabelle</translation>
    </message>
    <message>
        <source>Go to &amp;Item of Change</source>
        <translation>Zum &amp;Item der Änderung</translation>
    </message>
    <message>
        <source>Copy Change as &amp;JSON</source>
        <translation>Änderung als &amp;JSON kopieren</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>%1 has no stream</source>
        <translation>%1 hat keinen Stream</translation>
    </message>
    <message>
        <source>A stream keeps every change of the table for 24 hours, with the item before and after it.</source>
        <translation>Ein Stream hält jede Änderung der Tabelle 24 Stunden lang fest, mit dem Item davor und danach.</translation>
    </message>
    <message>
        <source>The stream of %1 is on.</source>
        <translation>Der Stream von %1 ist eingeschaltet.</translation>
    </message>
    <message>
        <source>The records that come next are no longer kept: a stream holds them for 24 hours.</source>
        <translation>Die nächsten Records werden nicht mehr aufbewahrt: Ein Stream hält sie 24 Stunden lang.</translation>
    </message>
    <message>
        <source>Go on with the oldest that is there.</source>
        <translation>Mit dem ältesten weitermachen, der noch da ist.</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Region whose tables are watched</source>
        <translation>Region, deren Tabellen beobachtet werden</translation>
    </message>
    <message>
        <source>Listening. What is written to tables with a stream in %1 is listed here as it happens. A table&apos;s Live view turns its stream on.</source>
        <translation>Es wird mitgelesen. Was in Tabellen mit Stream in %1 geschrieben wird, erscheint hier sofort. Die Live-Ansicht einer Tabelle schaltet deren Stream ein.</translation>
    </message>
    <message>
        <source>&amp;Watch the Whole Region</source>
        <translation>Ganze Region &amp;beobachten</translation>
    </message>
</context>
<context>
    <name>stator::ui::MainWindow</name>
    <message>
        <source>Navigator</source>
        <translation>Navigator</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Inspektor</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <source>Search   %1</source>
        <extracomment>The button that opens the palette; %1 is its shortcut.</extracomment>
        <translation>Suchen   %1</translation>
    </message>
    <message>
        <source>%1 failed: %2</source>
        <translation>%1 ist gescheitert: %2</translation>
    </message>
    <message>
        <source>%1: done. %2</source>
        <translation>%1: fertig. %2</translation>
    </message>
    <message>
        <source>The first request arrived: %1.</source>
        <translation>Die erste Anfrage ist eingetroffen: %1.</translation>
    </message>
    <message>
        <source>There is no page “%1”.</source>
        <translation>Es gibt keine Seite „%1“.</translation>
    </message>
    <message>
        <source>No tab was closed.</source>
        <translation>Kein Tab wurde geschlossen.</translation>
    </message>
    <message>
        <source>No tab is open.</source>
        <translation>Kein Tab ist offen.</translation>
    </message>
    <message>
        <source>This is where it began.</source>
        <translation>Hier hat es angefangen.</translation>
    </message>
    <message>
        <source>There is nothing ahead.</source>
        <translation>Weiter geht es nicht.</translation>
    </message>
    <message>
        <source>Search tables, pages and commands</source>
        <translation>Tabellen, Seiten und Befehle suchen</translation>
    </message>
    <message>
        <source>Go to table</source>
        <translation>Gehe zu Tabelle</translation>
    </message>
    <message>
        <source>Copied a link to this place.</source>
        <translation>Ein Link auf diese Stelle ist kopiert.</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Dieser Rechner</translation>
    </message>
    <message>
        <source>%1 finds tables, pages and commands.</source>
        <extracomment>%1 is a shortcut: &quot;Ctrl+K&quot;.</extracomment>
        <translation>%1 findet Tabellen, Seiten und Befehle.</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Bleiben</translation>
    </message>
    <message>
        <source>The endpoint listens on %1.</source>
        <translation>Der Endpunkt ist unter %1 erreichbar.</translation>
    </message>
</context>
<context>
    <name>stator::ui::Menu</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Item</source>
        <translation>&amp;Item</translation>
    </message>
    <message>
        <source>&amp;Table</source>
        <translation>&amp;Tabelle</translation>
    </message>
    <message>
        <source>T&amp;ools</source>
        <translation>&amp;Werkzeuge</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Elsewhere</source>
        <translation>Sonstige</translation>
    </message>
</context>
<context>
    <name>stator::ui::Navigator</name>
    <message>
        <source>Filter tables</source>
        <translation>Tabellen filtern</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tabellen</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>Arbeitsbereich</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open in a New Tab</source>
        <translation>In neuem Tab öffnen</translation>
    </message>
    <message>
        <source>Copy Name</source>
        <translation>Namen kopieren</translation>
    </message>
    <message>
        <source>Copy Link</source>
        <translation>Link kopieren</translation>
    </message>
</context>
<context>
    <name>stator::ui::NavigatorModel</name>
    <message>
        <source>No tables yet</source>
        <translation>Noch keine Tabellen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln item(s), %1, %2</source>
        <extracomment>Tooltip of a table: items, size and state.</extracomment>
        <translation>
            <numerusform>%Ln Item, %1, %2</numerusform>
            <numerusform>%Ln Items, %1, %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stator::ui::NewTableDialog</name>
    <message>
        <source>Attribute, such as pk</source>
        <translation>Attribut, etwa pk</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Create Table</source>
        <translation>Tabelle anlegen</translation>
    </message>
    <message>
        <source>New Table</source>
        <translation>Neue Tabelle</translation>
    </message>
    <message>
        <source>Table name</source>
        <translation>Name der Tabelle</translation>
    </message>
    <message>
        <source>Partition key</source>
        <translation>Partitionsschlüssel</translation>
    </message>
    <message>
        <source>Items with the same value are kept together.</source>
        <translation>Items mit gleichem Wert liegen beieinander.</translation>
    </message>
    <message>
        <source>Sort key, if any</source>
        <translation>Sortierschlüssel, falls gewünscht</translation>
    </message>
    <message>
        <source>Orders the items of one partition key.</source>
        <translation>Ordnet die Items eines Partitionsschlüssels.</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Add Index</source>
        <translation>Index hinzufügen</translation>
    </message>
    <message>
        <source>New table</source>
        <translation>Neue Tabelle</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Index</source>
        <translation>Index</translation>
    </message>
    <message>
        <source>Remove This Index</source>
        <translation>Diesen Index entfernen</translation>
    </message>
    <message>
        <source>Creating…</source>
        <translation>Wird angelegt…</translation>
    </message>
    <message>
        <source>Created %1 in %2.</source>
        <extracomment>%1 is a table, %2 a region.</extracomment>
        <translation>%1 ist in %2 angelegt.</translation>
    </message>
    <message>
        <source>Capacity and Options</source>
        <translation>Kapazität und Optionen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Waiting for the table…</source>
        <translation>Warten auf die Tabelle …</translation>
    </message>
</context>
<context>
    <name>stator::ui::OptionPopup</name>
    <message>
        <source>Descending by sort key</source>
        <translation>Absteigend nach Sortierschlüssel</translation>
    </message>
    <message>
        <source>Strongly consistent, at twice the units</source>
        <translation>Streng konsistent, zu doppelten Einheiten</translation>
    </message>
    <message>
        <source>All attributes</source>
        <translation>Alle Attribute</translation>
    </message>
    <message>
        <source>Paths with commas between them; keys are always read.</source>
        <translation>Pfade, mit Kommas getrennt; Schlüssel werden immer gelesen.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Items looked at for one page; the next page is read when asked for.</source>
        <translation>So viele Items werden je Seite geprüft; die nächste Seite wird auf Wunsch gelesen.</translation>
    </message>
    <message>
        <source>&amp;Projection</source>
        <translation>&amp;Projektion</translation>
    </message>
    <message>
        <source>&amp;Limit of a page</source>
        <translation>&amp;Grenze einer Seite</translation>
    </message>
    <message>
        <source>A scan has no order. Give a partition key first.</source>
        <translation>Ein Scan hat keine Ordnung. Geben Sie zuerst einen Partitionsschlüssel an.</translation>
    </message>
    <message>
        <source>A global index is always eventually consistent.</source>
        <translation>Ein globaler Index ist immer nur letztlich konsistent.</translation>
    </message>
</context>
<context>
    <name>stator::ui::OptionsForm</name>
    <message>
        <source>Refuse to delete this table</source>
        <translation>Löschen dieser Tabelle verweigern</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>Kapazität</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Infrequent access</source>
        <translation>Seltener Zugriff</translation>
    </message>
    <message>
        <source>None. A JSON document of at most 20 KB.</source>
        <translation>Keine. Ein JSON-Dokument von höchstens 20 KB.</translation>
    </message>
    <message>
        <source>Deletion protection</source>
        <translation>Löschschutz</translation>
    </message>
    <message>
        <source>Time to live</source>
        <translation>Lebensdauer</translation>
    </message>
    <message>
        <source>The attribute holds a number: seconds since 1970. Half an hour has to pass between two changes.</source>
        <translation>Das Attribut enthält eine Zahl: Sekunden seit 1970. Zwischen zwei Änderungen muss eine halbe Stunde vergehen.</translation>
    </message>
    <message>
        <source>Stream</source>
        <translation>Stream</translation>
    </message>
    <message>
        <source>What a record of the stream holds of a changed item. Another choice begins a new stream.</source>
        <translation>Was ein Record des Streams von einem geänderten Item enthält. Eine andere Wahl beginnt einen neuen Stream.</translation>
    </message>
    <message>
        <source>Table class</source>
        <translation>Tabellenklasse</translation>
    </message>
    <message>
        <source>Two changes in 30 days.</source>
        <translation>Zwei Änderungen in 30 Tagen.</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Verschlüsselung</translation>
    </message>
    <message>
        <source>Contributor Insights</source>
        <translation>Contributor Insights</translation>
    </message>
    <message>
        <source>Told to clients that ask; the counting is CloudWatch&apos;s.</source>
        <translation>Wird Clients gesagt, die fragen; gezählt wird in CloudWatch.</translation>
    </message>
    <message>
        <source>Resource policy</source>
        <translation>Ressourcenrichtlinie</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Optionen</translation>
    </message>
    <message>
        <source>Name the attribute that holds the time.</source>
        <translation>Das Attribut mit dem Zeitpunkt muss benannt werden.</translation>
    </message>
</context>
<context>
    <name>stator::ui::PageFrame</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>stator::ui::PageHead</name>
    <message>
        <source>More Actions</source>
        <translation>Weitere Befehle</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
</context>
<context>
    <name>stator::ui::Palette</name>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>%1: get the item %2</source>
        <extracomment>Palette: gets one item by its key; %1 a table, %2 a key.</extracomment>
        <translation>%1: das Item %2 holen</translation>
    </message>
</context>
<context>
    <name>stator::ui::ParameterTable</name>
    <message>
        <source>This is not a value in DynamoDB JSON, such as {&quot;SS&quot;: [&quot;a&quot;]}.</source>
        <translation>Das ist kein Wert in DynamoDB-JSON, wie etwa {&quot;SS&quot;: [&quot;a&quot;]}.</translation>
    </message>
    <message>
        <source>One value is expected, such as {&quot;SS&quot;: [&quot;a&quot;]}.</source>
        <translation>Ein einziger Wert wird erwartet, wie etwa {&quot;SS&quot;: [&quot;a&quot;]}.</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Type of parameter %1</source>
        <extracomment>The type of a parameter; %1 is its number.</extracomment>
        <translation>Typ des Parameters %1</translation>
    </message>
</context>
<context>
    <name>stator::ui::PartiqlEditor</name>
    <message>
        <source>Statements</source>
        <translation>Anweisungen</translation>
    </message>
</context>
<context>
    <name>stator::ui::PartiqlPage</name>
    <message>
        <source>Run</source>
        <translation>Ausführen</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Run the statement under the cursor, or what is selected</source>
        <translation>Führt die Anweisung unter der Schreibmarke aus, oder was ausgewählt ist</translation>
    </message>
    <message>
        <source>Run All</source>
        <translation>Alle ausführen</translation>
    </message>
    <message>
        <source>&amp;One After Another</source>
        <translation>&amp;Eine nach der anderen</translation>
    </message>
    <message>
        <source>As a &amp;Batch</source>
        <translation>Als &amp;Batch</translation>
    </message>
    <message>
        <source>As a &amp;Transaction</source>
        <translation>Als &amp;Transaktion</translation>
    </message>
    <message>
        <source>&amp;Strongly Consistent Reads</source>
        <translation>&amp;Stark konsistent lesen</translation>
    </message>
    <message>
        <source>PartiQL %1</source>
        <extracomment>The title of a tab; %1 is its number.</extracomment>
        <translation>PartiQL %1</translation>
    </message>
    <message>
        <source>There is no statement yet.</source>
        <translation>Es gibt noch keine Anweisung.</translation>
    </message>
    <message>
        <source>It has no value.</source>
        <translation>Er hat keinen Wert.</translation>
    </message>
    <message>
        <source>Parameter %1: %2</source>
        <extracomment>%1 the number of a parameter, %2 a sentence that says what is wrong.</extracomment>
        <translation>Parameter %1: %2</translation>
    </message>
    <message>
        <source>Only the statement under the cursor has its parameters filled in; run the others by themselves.</source>
        <translation>Nur für die Anweisung unter der Schreibmarke sind die Parameter ausgefüllt; führen Sie die anderen einzeln aus.</translation>
    </message>
    <message>
        <source>PartiQL</source>
        <translation>PartiQL</translation>
    </message>
    <message>
        <source>New &amp;PartiQL Tab</source>
        <translation>Neuer &amp;PartiQL-Tab</translation>
    </message>
    <message>
        <source>Run &amp;All Statements</source>
        <translation>&amp;Alle Anweisungen ausführen</translation>
    </message>
    <message>
        <source>Complete the &amp;Word</source>
        <translation>&amp;Wort vervollständigen</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Item</translation>
    </message>
</context>
<context>
    <name>stator::ui::PasteDialog</name>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln value(s) will be staged</source>
        <translation>
            <numerusform>%Ln Wert wird vorgemerkt</numerusform>
            <numerusform>%Ln Werte werden vorgemerkt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln left out</source>
        <translation>
            <numerusform>%Ln ausgelassen</numerusform>
            <numerusform>%Ln ausgelassen</numerusform>
        </translation>
    </message>
    <message>
        <source>the text has more rows than are pasted at once</source>
        <translation>der Text hat mehr Zeilen, als auf einmal eingefügt werden</translation>
    </message>
    <message>
        <source>Nothing is written before Commit.</source>
        <translation>Vor dem Übernehmen wird nichts geschrieben.</translation>
    </message>
    <message>
        <source>Stage %1</source>
        <translation>%1 vormerken</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>Attribute</source>
        <translation>Attribut</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>Wie es ist</translation>
    </message>
    <message>
        <source>As it will be</source>
        <translation>Wie es wird</translation>
    </message>
    <message>
        <source>whole item</source>
        <translation>ganzes Item</translation>
    </message>
    <message numerus="yes">
        <source>%Ln item(s) will be staged</source>
        <translation>
            <numerusform>%Ln Item wird vorgemerkt</numerusform>
            <numerusform>%Ln Items werden vorgemerkt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stator::ui::PastePlan</name>
    <message>
        <source>absent</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>The row is not loaded.</source>
        <translation>Die Zeile ist nicht geladen.</translation>
    </message>
    <message>
        <source>No cell is chosen to paste into.</source>
        <translation>Es ist keine Zelle gewählt, in die eingefügt wird.</translation>
    </message>
    <message>
        <source>The text is not DynamoDB JSON: %1</source>
        <translation>Der Text ist kein DynamoDB-JSON: %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln attribute(s)</source>
        <translation>
            <numerusform>%Ln Attribut</numerusform>
            <numerusform>%Ln Attribute</numerusform>
        </translation>
    </message>
    <message>
        <source>The item lacks a key attribute, or it is of another type.</source>
        <translation>Dem Item fehlt ein Schlüsselattribut, oder es hat einen anderen Typ.</translation>
    </message>
    <message>
        <source>no item</source>
        <translation>kein Item</translation>
    </message>
    <message>
        <source>There is no text to paste.</source>
        <translation>Es gibt keinen Text zum Einfügen.</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>The item is like this already.</source>
        <translation>Das Item ist bereits so.</translation>
    </message>
</context>
<context>
    <name>stator::ui::PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Farben</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>&amp;Rows</source>
        <translation>&amp;Zeilen</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>Eng</translation>
    </message>
    <message>
        <source>Wide</source>
        <translation>Weit</translation>
    </message>
    <message>
        <source>%1 %</source>
        <extracomment>Text size; %1 is a number.</extracomment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Text &amp;size</source>
        <translation>&amp;Textgröße</translation>
    </message>
</context>
<context>
    <name>stator::ui::PreviewDialog</name>
    <message>
        <source>absent</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>Preview Changes</source>
        <translation>Änderungen ansehen</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>As it was read</source>
        <translation>Wie gelesen</translation>
    </message>
    <message>
        <source>As it will be</source>
        <translation>Wie es sein wird</translation>
    </message>
    <message>
        <source>Each write is made only if the item still is as it was read; nothing else is overwritten.</source>
        <translation>Geschrieben wird nur, wenn das Item noch so ist, wie es gelesen wurde; sonst wird nichts überschrieben.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>no item</source>
        <translation>kein Item</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>gelöscht</translation>
    </message>
    <message>
        <source>new item</source>
        <translation>neues Item</translation>
    </message>
</context>
<context>
    <name>stator::ui::QueryBar</name>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Optionen</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Ausführen</translation>
    </message>
    <message>
        <source>Table or index</source>
        <translation>Tabelle oder Index</translation>
    </message>
    <message>
        <source>any (%1)</source>
        <extracomment>Placeholder of a key&apos;s field: the type of the key&apos;s value.</extracomment>
        <translation>beliebig (%1)</translation>
    </message>
    <message>
        <source>only %1</source>
        <translation>nur %1</translation>
    </message>
    <message numerus="yes">
        <source>pages of %Ln</source>
        <translation>
            <numerusform>Seiten zu %Ln</numerusform>
            <numerusform>Seiten zu %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>descending</source>
        <translation>absteigend</translation>
    </message>
    <message>
        <source>strongly consistent</source>
        <translation>streng konsistent</translation>
    </message>
    <message>
        <source>Saved Queries and History</source>
        <translation>Gespeicherte Abfragen und Verlauf</translation>
    </message>
    <message>
        <source>%1 numbers, with commas or as JSON</source>
        <extracomment>Placeholder; %1 is a count.</extracomment>
        <translation>%1 Zahlen, mit Kommas oder als JSON</translation>
    </message>
    <message>
        <source>How many of the nearest</source>
        <translation>Wie viele der nächsten</translation>
    </message>
    <message>
        <source>Top </source>
        <extracomment>In front of a number: the ten nearest.</extracomment>
        <translation>Top </translation>
    </message>
</context>
<context>
    <name>stator::ui::QueryLibrary</name>
    <message>
        <source>Save Query</source>
        <translation>Abfrage speichern</translation>
    </message>
    <message>
        <source>Name of the query; one of the same name is replaced.</source>
        <translation>Name der Abfrage; eine gleichen Namens wird ersetzt.</translation>
    </message>
    <message>
        <source>The query “%1” is saved. The palette finds it with #.</source>
        <translation>Die Abfrage „%1“ ist gespeichert. Die Palette findet sie mit #.</translation>
    </message>
    <message>
        <source>&amp;Save This Query…</source>
        <translation>Diese Abfrage &amp;speichern …</translation>
    </message>
    <message>
        <source>Saved Queries</source>
        <translation>Gespeicherte Abfragen</translation>
    </message>
    <message>
        <source>&amp;Remove Saved Query</source>
        <translation>Gespeicherte Abfrage &amp;entfernen</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
</context>
<context>
    <name>stator::ui::QueryPlan</name>
    <message>
        <source>The index %1 does not exist.</source>
        <translation>Den Index %1 gibt es nicht.</translation>
    </message>
    <message>
        <source>A query needs a value for %1.</source>
        <translation>Eine Abfrage braucht einen Wert für %1.</translation>
    </message>
    <message>
        <source>A condition on the sort key needs the partition key too.</source>
        <translation>Eine Bedingung für den Sortierschlüssel braucht auch den Partitionsschlüssel.</translation>
    </message>
    <message>
        <source>There is no sort key here.</source>
        <translation>Hier gibt es keinen Sortierschlüssel.</translation>
    </message>
    <message>
        <source>Numbers have no beginning; compare them with &lt; or &gt;.</source>
        <translation>Zahlen haben keinen Anfang; vergleichen Sie sie mit &lt; oder &gt;.</translation>
    </message>
    <message>
        <source>“%1” is not a path: names with dots between them, list places as [0].</source>
        <translation>„%1“ ist kein Pfad: Namen mit Punkten dazwischen, Listenplätze als [0].</translation>
    </message>
    <message>
        <source>“%1” is not a path.</source>
        <translation>„%1“ ist kein Pfad.</translation>
    </message>
    <message>
        <source>Key lookup</source>
        <translation>Zugriff über den Schlüssel</translation>
    </message>
    <message>
        <source>Index query on %1</source>
        <translation>Indexabfrage auf %1</translation>
    </message>
    <message>
        <source>Query of one partition</source>
        <translation>Abfrage einer Partition</translation>
    </message>
    <message>
        <source>Full scan of the index %1: %2 items, about %3 units</source>
        <extracomment>%1 a count of items, %2 a count of read units.</extracomment>
        <translation>Vollständiger Scan des Index %1: %2 Items, etwa %3 Einheiten</translation>
    </message>
    <message>
        <source>Full scan of %1 items, about %2 units</source>
        <translation>Vollständiger Scan von %1 Items, etwa %2 Einheiten</translation>
    </message>
    <message>
        <source>Give %1 a value with = first: only the last condition may be another.</source>
        <translation>Geben Sie zuerst %1 einen Wert mit =: nur die letzte Bedingung darf eine andere sein.</translation>
    </message>
    <message>
        <source>A search of this index needs a value for %1.</source>
        <translation>Eine Suche in diesem Index braucht einen Wert für %1.</translation>
    </message>
    <message>
        <source>Not a list of numbers in DynamoDB JSON.</source>
        <translation>Keine Liste von Zahlen in DynamoDB-JSON.</translation>
    </message>
    <message>
        <source>“%1” is not a number.</source>
        <translation>„%1“ ist keine Zahl.</translation>
    </message>
    <message>
        <source>The index has %1 dimensions, the vector has %2 numbers.</source>
        <translation>Der Index hat %1 Dimensionen, der Vektor hat %2 Zahlen.</translation>
    </message>
    <message>
        <source>%1 nearest to %2</source>
        <translation>%1 nächste zu %2</translation>
    </message>
    <message>
        <source>only %1</source>
        <translation>nur %1</translation>
    </message>
    <message>
        <source>descending</source>
        <translation>absteigend</translation>
    </message>
    <message>
        <source>All items</source>
        <translation>Alle Items</translation>
    </message>
    <message>
        <source>by angle (COSINE), 0 is the same</source>
        <translation>nach Winkel (COSINE), 0 ist gleich</translation>
    </message>
    <message>
        <source>by DOT_PRODUCT, the largest first</source>
        <translation>nach DOT_PRODUCT, das größte zuerst</translation>
    </message>
    <message>
        <source>by EUCLIDEAN distance, 0 is the same</source>
        <translation>nach EUCLIDEAN-Abstand, 0 ist gleich</translation>
    </message>
    <message>
        <source>The %1 nearest in %2 of %3 items, %4</source>
        <extracomment>%1 a count, %2 an index, %3 a count of items, %4 how nearness is measured.</extracomment>
        <translation>Die %1 nächsten in %2 von %3 Items, %4</translation>
    </message>
</context>
<context>
    <name>stator::ui::RateChart</name>
    <message>
        <source>Inserts</source>
        <translation>Einfügungen</translation>
    </message>
    <message>
        <source>Modifies</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Removes</source>
        <translation>Entfernungen</translation>
    </message>
    <message>
        <source>Changes a second, over two minutes</source>
        <translation>Änderungen je Sekunde, über zwei Minuten</translation>
    </message>
    <message>
        <source>%1/s</source>
        <extracomment>Changes a second.</extracomment>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>Iterator age %1</source>
        <translation>Iterator-Alter %1</translation>
    </message>
    <message>
        <source>Changes a Second</source>
        <translation>Änderungen je Sekunde</translation>
    </message>
    <message>
        <source>Second</source>
        <translation>Sekunde</translation>
    </message>
</context>
<context>
    <name>stator::ui::RecentCard</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Zuletzt besucht</translation>
    </message>
    <message>
        <source>Tables and pages you visit are listed here.</source>
        <translation>Tabellen und Seiten, die Sie besuchen, stehen hier.</translation>
    </message>
</context>
<context>
    <name>stator::ui::RecordBar</name>
    <message>
        <source>Recordings of requests (*.jsonl)</source>
        <translation>Aufzeichnungen von Anfragen (*.jsonl)</translation>
    </message>
    <message>
        <source>Replay…</source>
        <translation>Wiederholen…</translation>
    </message>
    <message>
        <source>Send recorded requests again, to copies of the tables, and compare the answers</source>
        <translation>Aufgezeichnete Anfragen noch einmal senden, an Kopien der Tabellen, und die Antworten vergleichen</translation>
    </message>
    <message>
        <source>Write requests and answers to a file as they come</source>
        <translation>Anfragen und Antworten in eine Datei schreiben, wie sie kommen</translation>
    </message>
    <message>
        <source>The recording ended with its tab: %1</source>
        <translation>Die Aufzeichnung endete mit ihrem Tab: %1</translation>
    </message>
    <message>
        <source>Record Requests To</source>
        <translation>Anfragen aufzeichnen in</translation>
    </message>
    <message>
        <source>Replay Recording</source>
        <translation>Aufzeichnung wiederholen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln recorded, %1</source>
        <extracomment>Requests that were written to a file so far, and its size.</extracomment>
        <translation>
            <numerusform>%Ln aufgezeichnet, %1</numerusform>
            <numerusform>%Ln aufgezeichnet, %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop Recording</source>
        <translation>Aufzeichnung anhalten</translation>
    </message>
    <message>
        <source>Record…</source>
        <translation>Aufzeichnen…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s) are in %1.</source>
        <translation>
            <numerusform>%Ln Anfrage steht in %1.</numerusform>
            <numerusform>%Ln Anfragen stehen in %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln could not be kept.</source>
        <translation>
            <numerusform>%Ln konnte nicht festgehalten werden.</numerusform>
            <numerusform>%Ln konnten nicht festgehalten werden.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stator::ui::Recording</name>
    <message>
        <source>This is not a recording of requests.</source>
        <translation>Das ist keine Aufzeichnung von Anfragen.</translation>
    </message>
    <message>
        <source>This recording was made by a newer Stator.</source>
        <translation>Diese Aufzeichnung stammt von einem neueren Stator.</translation>
    </message>
    <message>
        <source>Line %1 is not a request.</source>
        <translation>Zeile %1 ist keine Anfrage.</translation>
    </message>
    <message>
        <source>The file cannot be read: %1</source>
        <translation>Die Datei kann nicht gelesen werden: %1</translation>
    </message>
</context>
<context>
    <name>stator::ui::ReplayDialog</name>
    <message>
        <source>Replay</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Replay %1</source>
        <extracomment>%1 the name of a file.</extracomment>
        <translation>%1 wiederholen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>The recording holds no request.</source>
        <translation>Die Aufzeichnung enthält keine Anfrage.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s), from %1 to %2</source>
        <translation>
            <numerusform>%Ln Anfrage, von %1 bis %2</numerusform>
            <numerusform>%Ln Anfragen, von %1 bis %2</numerusform>
        </translation>
    </message>
    <message>
        <source>On &amp;copies of the tables as they are now</source>
        <translation>Auf &amp;Kopien der Tabellen, wie sie jetzt sind</translation>
    </message>
    <message>
        <source>On &amp;empty tables of the same kind</source>
        <translation>Auf &amp;leeren Tabellen derselben Art</translation>
    </message>
    <message>
        <source>The requests run in an engine of their own, in memory; your tables stay as they are. What the recording wrote is in the copies already.</source>
        <translation>Die Anfragen laufen in einer eigenen Engine im Arbeitsspeicher; Ihre Tabellen bleiben, wie sie sind. Was die Aufzeichnung geschrieben hat, steht in den Kopien bereits.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>Operation</translation>
    </message>
    <message>
        <source>Where they differ</source>
        <translation>Wo sie sich unterscheiden</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>Aufgezeichnet</translation>
    </message>
    <message>
        <source>Replayed</source>
        <translation>Wiederholt</translation>
    </message>
    <message>
        <source>Answers that differ</source>
        <translation>Antworten, die sich unterscheiden</translation>
    </message>
    <message>
        <source>Copying %1: %2 items</source>
        <extracomment>%1 a table, %2 a count of items.</extracomment>
        <translation>%1 wird kopiert: %2 Items</translation>
    </message>
    <message>
        <source>Replaying: %1 of %2</source>
        <translation>Wird wiederholt: %1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln the same</source>
        <translation>
            <numerusform>%Ln gleich</numerusform>
            <numerusform>%Ln gleich</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln different</source>
        <translation>
            <numerusform>%Ln verschieden</numerusform>
            <numerusform>%Ln verschieden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln too long to be replayed</source>
        <translation>
            <numerusform>%Ln zu lang zum Wiederholen</numerusform>
            <numerusform>%Ln zu lang zum Wiederholen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not sent</source>
        <translation>
            <numerusform>%Ln nicht gesendet</numerusform>
            <numerusform>%Ln nicht gesendet</numerusform>
        </translation>
    </message>
    <message>
        <source>The replay stopped: %1</source>
        <translation>Die Wiederholung hielt an: %1</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <extracomment>%1 a path into an answer; so many other places differ, too.</extracomment>
        <translation>
            <numerusform>%1 und %Ln weitere Stelle</numerusform>
            <numerusform>%1 und %Ln weitere Stellen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stator::ui::RequestDetails</name>
    <message>
        <source>Select a request to see it here.</source>
        <translation>Wählen Sie eine Anfrage, um sie hier zu sehen.</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <extracomment>A duration; %1 is a number of milliseconds.</extracomment>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Response</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>What to see of the request</source>
        <translation>Was von der Anfrage zu sehen ist</translation>
    </message>
    <message>
        <source>Open the Table</source>
        <translation>Tabelle öffnen</translation>
    </message>
    <message>
        <source>Not an operation</source>
        <translation>Keine Operation</translation>
    </message>
    <message>
        <source>%1 units</source>
        <translation>%1 Einheiten</translation>
    </message>
    <message>
        <source>%1 · %2 sent, %3 answered</source>
        <extracomment>Who sent a request, and the sizes of what was sent and answered.</extracomment>
        <translation>%1 · %2 gesendet, %3 geantwortet</translation>
    </message>
    <message>
        <source>%1 is in %2, and this request went to %3.</source>
        <extracomment>A table that a request did not find; %2 and %3 are names of regions.</extracomment>
        <translation>%1 ist in %2, und diese Anfrage ging an %3.</translation>
    </message>
    <message>
        <source>What was sent and answered is no longer kept; later requests took its room.</source>
        <translation>Was gesendet und geantwortet wurde, ist nicht mehr aufbewahrt; spätere Anfragen brauchten den Platz.</translation>
    </message>
    <message>
        <source>Only the first %1 of %2 are kept.</source>
        <extracomment>Below the beginning of a long body; %1 and %2 are sizes.</extracomment>
        <translation>Nur die ersten %1 von %2 sind aufbewahrt.</translation>
    </message>
    <message>
        <source>Empty.</source>
        <translation>Leer.</translation>
    </message>
    <message>
        <source>The request is too long to be kept whole, so there is no code for it.</source>
        <translation>Die Anfrage ist zu lang, um ganz aufbewahrt zu werden; darum gibt es keinen Code für sie.</translation>
    </message>
    <message>
        <source>The SDKs do not have this operation.</source>
        <translation>Die SDKs haben diese Operation nicht.</translation>
    </message>
    <message>
        <source>No SDK could send this request: %1</source>
        <translation>Kein SDK könnte diese Anfrage senden: %1</translation>
    </message>
    <message>
        <source>The condition failed. The service counts that as a write of the item as it is, rounded up to 1 KB, and does not tell the units.</source>
        <translation>Die Bedingung traf nicht zu. Der Dienst zählt das als Schreibvorgang des Items, wie es ist, auf 1 KB aufgerundet, und nennt die Einheiten nicht.</translation>
    </message>
    <message>
        <source>A request that is refused consumes no units.</source>
        <translation>Eine abgelehnte Anfrage verbraucht keine Einheiten.</translation>
    </message>
    <message>
        <source>The units of this request were not noted.</source>
        <translation>Die Einheiten dieser Anfrage wurden nicht notiert.</translation>
    </message>
    <message>
        <source>1 unit</source>
        <translation>1 Einheit</translation>
    </message>
</context>
<context>
    <name>stator::ui::RequestModel</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>Operation</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>ms</source>
        <extracomment>Milliseconds.</extracomment>
        <translation>ms</translation>
    </message>
    <message>
        <source>Units</source>
        <extracomment>Read or write units that a request consumed.</extracomment>
        <translation>Einheiten</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
</context>
<context>
    <name>stator::ui::RequestRecorder</name>
    <message>
        <source>The recording cannot be written: %1</source>
        <translation>Die Aufzeichnung kann nicht geschrieben werden: %1</translation>
    </message>
</context>
<context>
    <name>stator::ui::RequestsPage</name>
    <message>
        <source>Errors Only</source>
        <translation>Nur Fehler</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln newer</source>
        <extracomment>Requests that arrived while the list was held still: &quot;2,310 newer&quot;.</extracomment>
        <translation>
            <numerusform>%Ln neuere</numerusform>
            <numerusform>%Ln neuere</numerusform>
        </translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Folgen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln not kept</source>
        <extracomment>Requests that were overwritten before they could be shown.</extracomment>
        <translation>
            <numerusform>%Ln nicht behalten</numerusform>
            <numerusform>%Ln nicht behalten</numerusform>
        </translation>
    </message>
    <message>
        <source>No client yet</source>
        <translation>Noch kein Client</translation>
    </message>
    <message>
        <source>What an SDK sends to %1 is listed here.</source>
        <translation>Was ein SDK an %1 sendet, steht hier.</translation>
    </message>
    <message>
        <source>The endpoint is not listening; start it on Home.</source>
        <translation>Der Endpunkt ist nicht erreichbar; starten Sie ihn auf der Startseite.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s)</source>
        <translation>
            <numerusform>%Ln Anfrage</numerusform>
            <numerusform>%Ln Anfragen</numerusform>
        </translation>
    </message>
    <message>
        <source>Freeze or Fo&amp;llow</source>
        <translation>An&amp;halten oder folgen</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>&amp;Suchen</translation>
    </message>
    <message>
        <source>Filter by operation, table, region, client or error</source>
        <translation>Nach Operation, Tabelle, Region, Client oder Fehler filtern</translation>
    </message>
    <message>
        <source>&amp;Record Requests…</source>
        <translation>Anfragen auf&amp;zeichnen…</translation>
    </message>
    <message>
        <source>Re&amp;play Recording…</source>
        <translation>Aufzeichnung &amp;wiederholen…</translation>
    </message>
</context>
<context>
    <name>stator::ui::ResponseDifference</name>
    <message>
        <source>absent</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>byte %1</source>
        <translation>Byte %1</translation>
    </message>
</context>
<context>
    <name>stator::ui::ResultLine</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Scanned %1 of about %2, found %3</source>
        <extracomment>Progress of a filtered scan.</extracomment>
        <translation>%1 von etwa %2 durchsucht, %3 gefunden</translation>
    </message>
    <message>
        <source>%1 of %2 items loaded · %3 units · %4 ms</source>
        <extracomment>%1 and %2 counts of items, %3 read units, %4 milliseconds.</extracomment>
        <translation>%1 von %2 Items geladen · %3 Einheiten · %4 ms</translation>
    </message>
    <message>
        <source>%1 found · %2 scanned · %3 units · %4 ms</source>
        <translation>%1 gefunden · %2 durchsucht · %3 Einheiten · %4 ms</translation>
    </message>
    <message>
        <source> · more to read</source>
        <translation> · mehr zu lesen</translation>
    </message>
    <message>
        <source>Go On</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Load More</source>
        <translation>Mehr laden</translation>
    </message>
    <message>
        <source>Clear Sort</source>
        <translation>Sortierung aufheben</translation>
    </message>
    <message>
        <source>%1 nearest · %2 searched · %3 ms</source>
        <extracomment>%1 a count of items, %2 a size, %3 milliseconds.</extracomment>
        <translation>%1 nächste · %2 durchsucht · %3 ms</translation>
    </message>
    <message>
        <source>Sorted: %1 loaded</source>
        <extracomment>Only loaded items are sorted.</extracomment>
        <translation>Sortiert: %1 geladen</translation>
    </message>
    <message>
        <source>Why</source>
        <extracomment>Why the request cost what it did.</extracomment>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Why it cost these units, and what would cost less</source>
        <translation>Warum es diese Einheiten gekostet hat, und was weniger kosten würde</translation>
    </message>
    <message>
        <source>%1 returned · %2 units · %3 ms</source>
        <extracomment>%1 a count of items, %2 read or write units, %3 milliseconds.</extracomment>
        <translation>%1 zurückgegeben · %2 Einheiten · %3 ms</translation>
    </message>
    <message>
        <source>Go On: %1 units a page</source>
        <extracomment>%1 read units: what the next page will cost.</extracomment>
        <translation>Weiter: %1 Einheiten je Seite</translation>
    </message>
    <message>
        <source>Load More: about %1 units</source>
        <translation>Mehr laden: etwa %1 Einheiten</translation>
    </message>
    <message>
        <source>%1 new · Show</source>
        <extracomment>Items that came into the table since it was read.</extracomment>
        <translation>%1 neu · Zeigen</translation>
    </message>
</context>
<context>
    <name>stator::ui::SampleCard</name>
    <message>
        <source>Sample</source>
        <translation>Beispiel</translation>
    </message>
    <message>
        <source>Open Sample Workspace</source>
        <translation>Beispieldaten öffnen</translation>
    </message>
    <message>
        <source>A shop in a single table, the chemical elements with every attribute type, and 100,000 sensor readings.</source>
        <translation>Ein Laden in einer einzigen Tabelle, die chemischen Elemente mit allen Attributtypen und 100 000 Messwerte.</translation>
    </message>
</context>
<context>
    <name>stator::ui::SamplesPane</name>
    <message>
        <source>Three statements on %1 to begin with</source>
        <translation>Drei Anweisungen zu %1 für den Anfang</translation>
    </message>
</context>
<context>
    <name>stator::ui::SetField</name>
    <message>
        <source>00 FF…</source>
        <translation>00 FF…</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>New element</source>
        <translation>Neues Element</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <extracomment>%1 is an element of a set.</extracomment>
        <translation>%1 entfernen</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more; change them as JSON</source>
        <translation>
            <numerusform>und %Ln weiteres; ändern Sie es als JSON</numerusform>
            <numerusform>und %Ln weitere; ändern Sie sie als JSON</numerusform>
        </translation>
    </message>
    <message>
        <source>Bytes are typed as hexadecimal pairs: 00 FF.</source>
        <translation>Bytes tippt man als hexadezimale Paare: 00 FF.</translation>
    </message>
    <message>
        <source>The set holds “%1” already.</source>
        <translation>Die Menge enthält „%1“ schon.</translation>
    </message>
</context>
<context>
    <name>stator::ui::SettingsPage</name>
    <message>
        <source>Keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>Delete Table…</source>
        <translation>Tabelle löschen…</translation>
    </message>
    <message>
        <source>Copied %1.</source>
        <extracomment>%1 is the name of a field: &quot;ARN&quot;.</extracomment>
        <translation>%1 ist kopiert.</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Waiting for the table to settle…</source>
        <translation>Warten, bis die Tabelle zur Ruhe kommt…</translation>
    </message>
    <message>
        <source>Applying…</source>
        <translation>Wird angewendet…</translation>
    </message>
    <message>
        <source>No changes</source>
        <translation>Keine Änderungen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln changed</source>
        <translation>
            <numerusform>%Ln geändert</numerusform>
            <numerusform>%Ln geändert</numerusform>
        </translation>
    </message>
    <message>
        <source>Apply to %1</source>
        <extracomment>%1 is a connection: the button names where it writes.</extracomment>
        <translation>Auf %1 anwenden</translation>
    </message>
    <message>
        <source>The settings of %1 are applied.</source>
        <translation>Die Einstellungen von %1 sind angewendet.</translation>
    </message>
</context>
<context>
    <name>stator::ui::ShortcutPage</name>
    <message>
        <source>Set</source>
        <translation>Setzen</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Filter commands</source>
        <translation>Befehle filtern</translation>
    </message>
    <message>
        <source>New shortcut</source>
        <translation>Neues Tastenkürzel</translation>
    </message>
    <message>
        <source>Used by %1, which would lose it.</source>
        <extracomment>%1 is a list of commands.</extracomment>
        <translation>Gehört zu %1 und ginge dort verloren.</translation>
    </message>
</context>
<context>
    <name>stator::ui::SortField</name>
    <message>
        <source>Condition on %1</source>
        <translation>Bedingung für %1</translation>
    </message>
    <message>
        <source>and</source>
        <translation>und</translation>
    </message>
    <message>
        <source>Upper value of %1</source>
        <translation>Oberer Wert von %1</translation>
    </message>
</context>
<context>
    <name>stator::ui::StatementResults</name>
    <message>
        <source>Results of a statement are not edited here. Open the table to change an item.</source>
        <translation>Ergebnisse einer Anweisung werden hier nicht bearbeitet. Öffnen Sie die Tabelle, um ein Item zu ändern.</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>No table to ask</source>
        <translation>Keine Tabelle zu befragen</translation>
    </message>
    <message>
        <source>Statements read and write tables; there is none in %1 yet.</source>
        <translation>Anweisungen lesen und schreiben Tabellen; in %1 gibt es noch keine.</translation>
    </message>
    <message>
        <source>%1 of %2 statements failed</source>
        <translation>%1 von %2 Anweisungen sind gescheitert</translation>
    </message>
    <message>
        <source>The first of them is underlined. The others were carried out: a batch is not a transaction.</source>
        <translation>Die erste davon ist unterstrichen. Die anderen wurden ausgeführt: Ein Batch ist keine Transaktion.</translation>
    </message>
    <message>
        <source>No item matches</source>
        <translation>Kein Item passt</translation>
    </message>
    <message>
        <source>Nothing was found so far, and there is more to read.</source>
        <translation>Bisher wurde nichts gefunden, und es gibt mehr zu lesen.</translation>
    </message>
    <message>
        <source>The statement ran and returned nothing.</source>
        <translation>Die Anweisung lief und gab nichts zurück.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln statement(s) carried out</source>
        <translation>
            <numerusform>%Ln Anweisung ausgeführt</numerusform>
            <numerusform>%Ln Anweisungen ausgeführt</numerusform>
        </translation>
    </message>
    <message>
        <source>RETURNING ALL NEW * behind an UPDATE would show the item as it is now.</source>
        <translation>RETURNING ALL NEW * hinter einem UPDATE würde das Item zeigen, wie es jetzt ist.</translation>
    </message>
    <message>
        <source>Select an item to see it here.</source>
        <translation>Wählen Sie ein Item, um es hier zu sehen.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>%Ln ausgewählt</numerusform>
            <numerusform>%Ln ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>Items are listed of the last statement that ran. A SELECT that is run alone lists its own.</source>
        <translation>Gezeigt werden die Items der zuletzt ausgeführten Anweisung. Ein SELECT, das allein läuft, zeigt seine eigenen.</translation>
    </message>
</context>
<context>
    <name>stator::ui::StatusStrip</name>
    <message>
        <source>Endpoint</source>
        <translation>Endpunkt</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>As of %1</source>
        <translation>Stand %1</translation>
    </message>
    <message>
        <source>Endpoint starting</source>
        <translation>Endpunkt startet</translation>
    </message>
    <message>
        <source>Endpoint off</source>
        <translation>Endpunkt aus</translation>
    </message>
    <message>
        <source>Endpoint not listening</source>
        <translation>Endpunkt nicht erreichbar</translation>
    </message>
    <message>
        <source>SDK clients reach this workspace here.</source>
        <translation>Hier erreichen SDK-Clients diesen Arbeitsbereich.</translation>
    </message>
    <message>
        <source>Use Another Port</source>
        <translation>Anderen Port nehmen</translation>
    </message>
    <message>
        <source>Start the Endpoint</source>
        <translation>Endpunkt starten</translation>
    </message>
    <message>
        <source>Copy Address</source>
        <translation>Adresse kopieren</translation>
    </message>
    <message>
        <source>Copy for the AWS CLI</source>
        <translation>Für das AWS CLI kopieren</translation>
    </message>
    <message>
        <source>Copy for Python</source>
        <translation>Für Python kopieren</translation>
    </message>
    <message>
        <source>Copy for JavaScript</source>
        <translation>Für JavaScript kopieren</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Kopiert.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln job(s)</source>
        <translation>
            <numerusform>%Ln Auftrag</numerusform>
            <numerusform>%Ln Aufträge</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stator::ui::TabArea</name>
    <message>
        <source>Nothing is open</source>
        <translation>Nichts ist offen</translation>
    </message>
    <message>
        <source>Choose a table or a page in the Navigator, or search for one.</source>
        <translation>Wählen Sie im Navigator eine Tabelle oder Seite, oder suchen Sie danach.</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Tabs</source>
        <translation>Tabs</translation>
    </message>
    <message>
        <source>Keep Tab</source>
        <translation>Tab behalten</translation>
    </message>
    <message>
        <source>Open Again in a Second Tab</source>
        <translation>In einem zweiten Tab öffnen</translation>
    </message>
    <message>
        <source>Close Tab</source>
        <translation>Tab schließen</translation>
    </message>
    <message>
        <source>Close Other Tabs</source>
        <translation>Andere Tabs schließen</translation>
    </message>
</context>
<context>
    <name>stator::ui::TabStrip</name>
    <message>
        <source>Close Tab</source>
        <translation>Tab schließen</translation>
    </message>
</context>
<context>
    <name>stator::ui::TableRules</name>
    <message>
        <source>A name is needed.</source>
        <translation>Ein Name fehlt.</translation>
    </message>
    <message>
        <source>A name has no spaces; letters a to z, digits, “_”, “-” and “.” are allowed.</source>
        <translation>Ein Name hat keine Leerzeichen; erlaubt sind Buchstaben a bis z, Ziffern, „_“, „-“ und „.“.</translation>
    </message>
    <message>
        <source>“%1” is not allowed; letters a to z, digits, “_”, “-” and “.” are.</source>
        <translation>„%1“ ist nicht erlaubt; erlaubt sind Buchstaben a bis z, Ziffern, „_“, „-“ und „.“.</translation>
    </message>
    <message>
        <source>A name has at least 3 characters.</source>
        <translation>Ein Name hat mindestens 3 Zeichen.</translation>
    </message>
    <message>
        <source>A name has at most 255 characters.</source>
        <translation>Ein Name hat höchstens 255 Zeichen.</translation>
    </message>
    <message>
        <source>There is a table %1 already.</source>
        <translation>Eine Tabelle %1 gibt es schon.</translation>
    </message>
    <message>
        <source>There is an index %1 already.</source>
        <translation>Einen Index %1 gibt es schon.</translation>
    </message>
    <message>
        <source>An attribute is needed.</source>
        <translation>Ein Attribut fehlt.</translation>
    </message>
    <message>
        <source>The name of a key attribute has at most 255 bytes.</source>
        <translation>Der Name eines Schlüsselattributs hat höchstens 255 Bytes.</translation>
    </message>
    <message>
        <source>A tag needs a key.</source>
        <translation>Ein Tag braucht einen Schlüssel.</translation>
    </message>
    <message>
        <source>The key of a tag has at most 128 characters.</source>
        <translation>Der Schlüssel eines Tags hat höchstens 128 Zeichen.</translation>
    </message>
    <message>
        <source>The value of a tag has at most 256 characters.</source>
        <translation>Der Wert eines Tags hat höchstens 256 Zeichen.</translation>
    </message>
    <message>
        <source>Keys that begin with “aws:” belong to the service.</source>
        <translation>Schlüssel, die mit „aws:“ beginnen, gehören dem Dienst.</translation>
    </message>
    <message>
        <source>There is a tag %1 already.</source>
        <translation>Ein Tag %1 gibt es schon.</translation>
    </message>
    <message>
        <source>Partition key and sort key must be different attributes.</source>
        <translation>Partitions- und Sortierschlüssel müssen verschiedene Attribute sein.</translation>
    </message>
    <message>
        <source>A local index needs a sort key.</source>
        <translation>Ein lokaler Index braucht einen Sortierschlüssel.</translation>
    </message>
    <message>
        <source>Local indexes need a table with a sort key.</source>
        <translation>Lokale Indexe brauchen eine Tabelle mit Sortierschlüssel.</translation>
    </message>
    <message>
        <source>Name at least one attribute, or choose another projection.</source>
        <translation>Nennen Sie mindestens ein Attribut, oder wählen Sie eine andere Projektion.</translation>
    </message>
    <message numerus="yes">
        <source>An index projects at most %Ln attribute(s).</source>
        <translation>
            <numerusform>Ein Index projiziert höchstens %Ln Attribut.</numerusform>
            <numerusform>Ein Index projiziert höchstens %Ln Attribute.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is a key already, with another type.</source>
        <translation>%1 ist schon ein Schlüssel, mit anderem Typ.</translation>
    </message>
    <message numerus="yes">
        <source>A table has at most %Ln local index(es).</source>
        <translation>
            <numerusform>Eine Tabelle hat höchstens %Ln lokalen Index.</numerusform>
            <numerusform>Eine Tabelle hat höchstens %Ln lokale Indexe.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A table has at most %Ln global index(es).</source>
        <translation>
            <numerusform>Eine Tabelle hat höchstens %Ln globalen Index.</numerusform>
            <numerusform>Eine Tabelle hat höchstens %Ln globale Indexe.</numerusform>
        </translation>
    </message>
    <message>
        <source>Every key attribute of an index must be a different one.</source>
        <translation>Die Schlüsselattribute eines Index müssen verschieden sein.</translation>
    </message>
    <message numerus="yes">
        <source>A vector index projects at most %Ln attribute(s), its vector and filters among them.</source>
        <translation>
            <numerusform>Ein Vektorindex projiziert höchstens %Ln Attribut, Vektor und Filter eingeschlossen.</numerusform>
            <numerusform>Ein Vektorindex projiziert höchstens %Ln Attribute, Vektor und Filter eingeschlossen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Vector indexes need a table on demand.</source>
        <translation>Vektorindexe brauchen eine Tabelle nach Bedarf.</translation>
    </message>
    <message>
        <source>Name the attribute that holds the vector.</source>
        <translation>Das Attribut mit dem Vektor muss benannt werden.</translation>
    </message>
    <message>
        <source>A key or filter attribute cannot hold the vector.</source>
        <translation>Ein Schlüssel- oder Filterattribut kann den Vektor nicht enthalten.</translation>
    </message>
    <message numerus="yes">
        <source>A vector has 1 to %Ln dimension(s).</source>
        <translation>
            <numerusform>Ein Vektor hat 1 bis %Ln Dimension.</numerusform>
            <numerusform>Ein Vektor hat 1 bis %Ln Dimensionen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Another index has %1 with %Ln dimension(s); they must agree.</source>
        <translation>
            <numerusform>Ein anderer Index hat %1 mit %Ln Dimension; beide müssen übereinstimmen.</numerusform>
            <numerusform>Ein anderer Index hat %1 mit %Ln Dimensionen; beide müssen übereinstimmen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Partition key and filters must be different attributes.</source>
        <translation>Partitionsschlüssel und Filter müssen verschiedene Attribute sein.</translation>
    </message>
    <message>
        <source>A policy has at most 20 KB.</source>
        <translation>Eine Richtlinie hat höchstens 20 KB.</translation>
    </message>
    <message>
        <source>This is not JSON yet: %1 at byte %2.</source>
        <extracomment>%1 is what the parser says, in English; %2 a number of bytes.</extracomment>
        <translation>Das ist noch kein JSON: %1 bei Byte %2.</translation>
    </message>
    <message>
        <source>A policy is a JSON object.</source>
        <translation>Eine Richtlinie ist ein JSON-Objekt.</translation>
    </message>
    <message numerus="yes">
        <source>A table has at most %Ln vector index(es).</source>
        <translation>
            <numerusform>Eine Tabelle hat höchstens %Ln Vektorindex.</numerusform>
            <numerusform>Eine Tabelle hat höchstens %Ln Vektorindexe.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The indexes of a table project at most %Ln attribute(s) by name.</source>
        <translation>
            <numerusform>Die Indexe einer Tabelle projizieren höchstens %Ln Attribut mit Namen.</numerusform>
            <numerusform>Die Indexe einer Tabelle projizieren höchstens %Ln Attribute mit Namen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stator::ui::TableSession</name>
    <message>
        <source>The service did not describe the table.</source>
        <translation>Der Dienst hat die Tabelle nicht beschrieben.</translation>
    </message>
</context>
<context>
    <name>stator::ui::Tables</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>New &amp;Table…</source>
        <translation>Neue &amp;Tabelle…</translation>
    </message>
    <message>
        <source>&amp;Delete Table…</source>
        <translation>Tabelle &amp;löschen…</translation>
    </message>
</context>
<context>
    <name>stator::ui::TagsCard</name>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Add Tag</source>
        <translation>Tag hinzufügen</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Key of the tag</source>
        <translation>Schlüssel des Tags</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Value of the tag</source>
        <translation>Wert des Tags</translation>
    </message>
    <message>
        <source>Remove This Tag</source>
        <translation>Dieses Tag entfernen</translation>
    </message>
</context>
<context>
    <name>stator::ui::ThroughputEdit</name>
    <message>
        <source>Read</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Schreiben</translation>
    </message>
    <message>
        <source>Units each second</source>
        <translation>Einheiten je Sekunde</translation>
    </message>
    <message>
        <source>Read units</source>
        <translation>Leseeinheiten</translation>
    </message>
    <message>
        <source>Write units</source>
        <translation>Schreibeinheiten</translation>
    </message>
    <message>
        <source>Maximum</source>
        <translation>Höchstwert</translation>
    </message>
    <message>
        <source>Maximum of read units</source>
        <translation>Höchstwert der Leseeinheiten</translation>
    </message>
    <message>
        <source>Maximum of write units</source>
        <translation>Höchstwert der Schreibeinheiten</translation>
    </message>
    <message>
        <source>Warm throughput</source>
        <translation>Warmer Durchsatz</translation>
    </message>
    <message>
        <source>Warm read units</source>
        <translation>Warme Leseeinheiten</translation>
    </message>
    <message>
        <source>Warm write units</source>
        <translation>Warme Schreibeinheiten</translation>
    </message>
    <message>
        <source>No maximum</source>
        <translation>Kein Höchstwert</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Vorgabe</translation>
    </message>
</context>
<context>
    <name>stator::ui::TimeLeft</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 T</translation>
    </message>
    <message>
        <source>%1 years</source>
        <translation>%1 Jahren</translation>
    </message>
    <message>
        <source>milliseconds?</source>
        <translation>Millisekunden?</translation>
    </message>
    <message>
        <source>in %1</source>
        <extracomment>Of a time to live: %1 is a span such as &quot;3 d&quot;.</extracomment>
        <translation>in %1</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>vor %1</translation>
    </message>
</context>
<context>
    <name>stator::ui::TimeToLiveEdit</name>
    <message>
        <source>Delete items once their time has passed</source>
        <translation>Items löschen, wenn ihre Zeit vergangen ist</translation>
    </message>
    <message>
        <source>Attribute that holds the time</source>
        <translation>Attribut mit dem Zeitpunkt</translation>
    </message>
</context>
<context>
    <name>stator::ui::Trigger</name>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Retrying</source>
        <translation>Versucht erneut</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Stream not found</source>
        <translation>Stream nicht gefunden</translation>
    </message>
    <message>
        <source>Stream ended</source>
        <translation>Stream zu Ende</translation>
    </message>
    <message>
        <source>none</source>
        <extracomment>No records wait for a trigger.</extracomment>
        <translation>keiner</translation>
    </message>
    <message>
        <source>%1, %2 old</source>
        <extracomment>Records that wait for a trigger: &quot;1,204, 3 min old&quot;.</extracomment>
        <translation>%1, %2 alt</translation>
    </message>
    <message>
        <source>over %1, %2 old</source>
        <translation>über %1, %2 alt</translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln record(s), %2 ms</source>
        <extracomment>Last batch of a trigger: time, records, duration.</extracomment>
        <translation>
            <numerusform>%1: %Ln Record, %2 ms</numerusform>
            <numerusform>%1: %Ln Records, %2 ms</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1 records given up</source>
        <translation>%1 Records aufgegeben</translation>
    </message>
    <message>
        <source>%1 gaps</source>
        <translation>%1 Lücken</translation>
    </message>
</context>
<context>
    <name>stator::ui::TriggerDetails</name>
    <message>
        <source>Select a trigger to see it here.</source>
        <translation>Einen Trigger auswählen, um ihn hier zu sehen.</translation>
    </message>
    <message>
        <source>Output of the last batch</source>
        <translation>Ausgabe des letzten Stapels</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Batches of at most %1 records, gathered for %2 s, %3 at a time</source>
        <translation>Stapel von höchstens %1 Records, %2 s lang gesammelt, %3 gleichzeitig</translation>
    </message>
    <message>
        <source>Done up to %1</source>
        <translation>Erledigt bis %1</translation>
    </message>
    <message>
        <source>Next attempt %1</source>
        <translation>Nächster Versuch %1</translation>
    </message>
    <message>
        <source>%1 records delivered in %2 batches, %3 failed; %4 filtered out, %5 given up</source>
        <translation>%1 Records in %2 Stapeln zugestellt, %3 fehlgeschlagen; %4 ausgefiltert, %5 aufgegeben</translation>
    </message>
    <message>
        <source>No batch yet.</source>
        <translation>Noch kein Stapel.</translation>
    </message>
    <message>
        <source>It said nothing.</source>
        <translation>Nichts ausgegeben.</translation>
    </message>
    <message>
        <source>None.</source>
        <translation>Keine.</translation>
    </message>
</context>
<context>
    <name>stator::ui::TriggerDialog</name>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>Halve a batch that fails</source>
        <translation>Einen Stapel halbieren, der fehlschlägt</translation>
    </message>
    <message>
        <source>The function says which records failed</source>
        <translation>Die Funktion sagt, welche Records fehlschlugen</translation>
    </message>
    <message>
        <source>Create Trigger</source>
        <translation>Trigger anlegen</translation>
    </message>
    <message>
        <source>New Trigger</source>
        <translation>Neuer Trigger</translation>
    </message>
    <message>
        <source>New trigger</source>
        <translation>Neuer Trigger</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Webhook</source>
        <translation>Webhook</translation>
    </message>
    <message>
        <source>Lambda</source>
        <translation>Lambda</translation>
    </message>
    <message>
        <source>What it calls</source>
        <translation>Was er aufruft</translation>
    </message>
    <message>
        <source>What comes from now on</source>
        <translation>Was von jetzt an kommt</translation>
    </message>
    <message>
        <source>The oldest record the stream has</source>
        <translation>Dem ältesten Record des Streams</translation>
    </message>
    <message>
        <source>until the records expire</source>
        <translation>bis die Records verfallen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Ruft auf</translation>
    </message>
    <message>
        <source>Begins with</source>
        <translation>Beginnt mit</translation>
    </message>
    <message>
        <source>Records in a batch</source>
        <translation>Records je Stapel</translation>
    </message>
    <message>
        <source>Gathers for</source>
        <translation>Sammelt</translation>
    </message>
    <message>
        <source>Batches at a time</source>
        <translation>Stapel gleichzeitig</translation>
    </message>
    <message>
        <source>Filter patterns, one a line</source>
        <translation>Filtermuster, eines je Zeile</translation>
    </message>
    <message>
        <source>Retries</source>
        <translation>Wiederholungen</translation>
    </message>
    <message>
        <source>File for what is given up</source>
        <translation>Datei für Aufgegebenes</translation>
    </message>
    <message>
        <source>The program and its arguments. It is run for each batch with the event on standard input; exit code 0 accepts it.</source>
        <translation>Das Programm und seine Argumente. Es läuft für jeden Stapel mit dem Ereignis auf der Standardeingabe; der Exit-Code 0 nimmt ihn an.</translation>
    </message>
    <message>
        <source>The event is sent as a POST; an answer of 2xx accepts it.</source>
        <translation>Das Ereignis wird als POST gesendet; eine Antwort 2xx nimmt es an.</translation>
    </message>
    <message>
        <source>A Lambda runtime endpoint, as AWS&apos;s runtime emulator and SAM serve it.</source>
        <translation>Ein Lambda-Laufzeitendpunkt, wie ihn der Laufzeitemulator von AWS und SAM anbieten.</translation>
    </message>
    <message>
        <source>Program and arguments</source>
        <translation>Programm und Argumente</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>%1 has no stream.</source>
        <translation>%1 hat keinen Stream.</translation>
    </message>
    <message>
        <source>Created the trigger %1.</source>
        <translation>Trigger %1 angelegt.</translation>
    </message>
    <message>
        <source>A trigger reads the changes of a table from its stream.</source>
        <translation>Ein Trigger liest die Änderungen einer Tabelle aus ihrem Stream.</translation>
    </message>
    <message>
        <source>Turn On Stream</source>
        <translation>Stream einschalten</translation>
    </message>
    <message>
        <source>The stream of %1 is on.</source>
        <translation>Der Stream von %1 ist eingeschaltet.</translation>
    </message>
</context>
<context>
    <name>stator::ui::TriggerModel</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Backlog</source>
        <extracomment>Records that wait for a trigger.</extracomment>
        <translation>Rückstand</translation>
    </message>
    <message>
        <source>Last Batch</source>
        <translation>Letzter Stapel</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Calls</source>
        <extracomment>Column: the program or address a trigger calls.</extracomment>
        <translation>Ruft auf</translation>
    </message>
</context>
<context>
    <name>stator::ui::TriggerReplayDialog</name>
    <message>
        <source>Replay %1</source>
        <translation>%1 wiederholen</translation>
    </message>
    <message>
        <source>From the oldest record</source>
        <translation>Vom ältesten Record an</translation>
    </message>
    <message>
        <source>From a time</source>
        <translation>Von einer Zeit an</translation>
    </message>
    <message>
        <source>From a sequence number</source>
        <translation>Von einer Sequenznummer an</translation>
    </message>
    <message>
        <source>From now on, leaving out what waits</source>
        <translation>Von jetzt an, ohne das Wartende</translation>
    </message>
    <message>
        <source>Where it begins</source>
        <translation>Wo es beginnt</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Sequence number</source>
        <translation>Sequenznummer</translation>
    </message>
    <message>
        <source>The function is called again with records it has seen; it must be ready for that.</source>
        <translation>Die Funktion wird mit Records erneut aufgerufen, die sie schon sah; darauf muss sie gefasst sein.</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>stator::ui::TriggersPage</name>
    <message>
        <source>New Trigger</source>
        <translation>Neuer Trigger</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Replay…</source>
        <translation>Wiederholen …</translation>
    </message>
    <message>
        <source>Delete Trigger…</source>
        <translation>Trigger löschen …</translation>
    </message>
    <message>
        <source>Triggers</source>
        <translation>Trigger</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>No trigger yet</source>
        <translation>Noch kein Trigger</translation>
    </message>
    <message>
        <source>A trigger hands the changes of a table to a function, in batches and in order. The function is a program on this computer, which gets the event on standard input; a webhook, which gets it as a POST; or a Lambda runtime endpoint, as AWS&apos;s runtime emulator and SAM serve it.</source>
        <translation>Ein Trigger reicht die Änderungen einer Tabelle an eine Funktion weiter, in Stapeln und der Reihe nach. Die Funktion ist ein Programm auf diesem Computer, das das Ereignis auf der Standardeingabe erhält; ein Webhook, der es als POST erhält; oder ein Lambda-Laufzeitendpunkt, wie ihn der Laufzeitemulator von AWS und SAM anbieten.</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln trigger(s)</source>
        <translation>
            <numerusform>%Ln Trigger</numerusform>
            <numerusform>%Ln Trigger</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 goes on.</source>
        <translation>%1 macht weiter.</translation>
    </message>
    <message>
        <source>%1 is paused; its place in the stream is kept.</source>
        <translation>%1 ist angehalten; die Stelle im Stream bleibt gemerkt.</translation>
    </message>
    <message>
        <source>%1 replays.</source>
        <translation>%1 wiederholt.</translation>
    </message>
    <message>
        <source>Delete Trigger</source>
        <translation>Trigger löschen</translation>
    </message>
    <message>
        <source>Delete %1? Its place in the stream is forgotten.</source>
        <translation>%1 löschen? Die Stelle im Stream wird vergessen.</translation>
    </message>
    <message>
        <source>Delete 1 Trigger</source>
        <translation>1 Trigger löschen</translation>
    </message>
    <message>
        <source>Deleted %1.</source>
        <translation>%1 gelöscht.</translation>
    </message>
    <message>
        <source>Trigger</source>
        <translation>Trigger</translation>
    </message>
</context>
<context>
    <name>stator::ui::ValueText</name>
    <message>
        <source>Not a number: digits with an optional sign, point and exponent; at most 38 digits.</source>
        <translation>Keine Zahl: Ziffern, wahlweise mit Vorzeichen, Punkt und Exponent; höchstens 38 Ziffern.</translation>
    </message>
    <message>
        <source>A BOOL is true or false.</source>
        <translation>Ein BOOL ist true oder false.</translation>
    </message>
    <message>
        <source>Not base64.</source>
        <translation>Kein Base64.</translation>
    </message>
    <message>
        <source>Sets, lists and maps are edited in the Inspector.</source>
        <translation>Mengen, Listen und Maps werden im Inspektor bearbeitet.</translation>
    </message>
</context>
<context>
    <name>stator::ui::VectorEdit</name>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>Kosinus</translation>
    </message>
    <message>
        <source>Euclidean</source>
        <translation>Euklidisch</translation>
    </message>
    <message>
        <source>Dot product</source>
        <translation>Skalarprodukt</translation>
    </message>
    <message>
        <source>Vector attribute</source>
        <translation>Attribut des Vektors</translation>
    </message>
    <message>
        <source>A list of numbers; items without it are not in the index.</source>
        <translation>Eine Liste von Zahlen; Items ohne sie stehen nicht im Index.</translation>
    </message>
    <message>
        <source>Dimensions</source>
        <translation>Dimensionen</translation>
    </message>
    <message>
        <source>Every vector has exactly so many numbers.</source>
        <translation>Jeder Vektor hat genau so viele Zahlen.</translation>
    </message>
    <message>
        <source>Filters, if any</source>
        <translation>Filter, falls gewünscht</translation>
    </message>
    <message>
        <source>Attributes that a search may compare while it looks.</source>
        <translation>Attribute, die eine Suche vergleichen darf, während sie sucht.</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>Abstand</translation>
    </message>
</context>
</TS>
