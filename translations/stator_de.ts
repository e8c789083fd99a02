<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en_GB">
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
        <extracomment>A share of a whole, %1 is a number: "61 %".</extracomment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 B</source>
        <extracomment>A size in bytes, %1 is a number: "50 B".</extracomment>
        <translation>%1 B</translation>
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
        <extracomment>%1 is what would be undone: "Change total".</extracomment>
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
        <source>One type with its value is expected, like {"S": "text"}.</source>
        <translation>Erwartet wird ein Typ mit seinem Wert, etwa {"S": "text"}.</translation>
    </message>
    <message>
        <source>“%1” is not a type; there are S, N, B, BOOL, NULL, SS, NS, BS, L and M.</source>
        <translation>„%1“ ist kein Typ; es gibt S, N, B, BOOL, NULL, SS, NS, BS, L und M.</translation>
    </message>
    <message>
        <source>A null is written {"NULL": true}.</source>
        <translation>Null schreibt man {"NULL": true}.</translation>
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
        <source>A number is written in quotes: {"N": "12"}.</source>
        <translation>Eine Zahl steht in Anführungszeichen: {"N": "12"}.</translation>
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
        <extracomment>Followed by an address: "Listening on http://127.0.0.1:8000".</extracomment>
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
        <extracomment>%1 names an SDK: "Boto3/1.34".</extracomment>
        <translation>Noch kein Client. Seine erste Anfrage wird hier gemeldet.</translation>
    </message>
    <message>
        <source>The first request arrived: %1.</source>
        <translation>Die erste Anfrage ist eingetroffen: %1.</translation>
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
    <name>stator::ui::InspectorDock</name>
    <message>
        <source>What is selected in the page is shown here.</source>
        <translation>Was auf der Seite ausgewählt ist, steht hier.</translation>
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
    <name>stator::ui::KeyMapDialog</name>
    <message>
        <source>Map of Keys</source>
        <translation>Tastenübersicht</translation>
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
        <extracomment>%1 is a shortcut: "Ctrl+K".</extracomment>
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
    <name>stator::ui::RequestDetails</name>
    <message>
        <source>Select a request to see it here.</source>
        <translation>Wählen Sie eine Anfrage, um sie hier zu sehen.</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
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
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <extracomment>A duration; %1 is a number of milliseconds.</extracomment>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 sent, %2 answered</source>
        <extracomment>Sizes of a request and of its response.</extracomment>
        <translation>%1 gesendet, %2 geantwortet</translation>
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
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Response</source>
        <translation>Antwort</translation>
    </message>
</context>
<context>
    <name>stator::ui::RequestsPage</name>
    <message>
        <source>Filter by operation, table, region or error</source>
        <translation>Nach Operation, Tabelle, Region oder Fehler filtern</translation>
    </message>
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
        <extracomment>Requests that arrived while the list was held still: "2,310 newer".</extracomment>
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
</TS>
