"""What the bot says in English to editors who look after the documents."""

from __future__ import annotations

from types import MappingProxyType

from bot.messages.documents import DocumentWords

ENGLISH_DOCUMENTS = DocumentWords(
    recognising="Recognising scanned pages: {done}/{total}…",
    too_big="The file is too big: 20 MB at most. Split it, or put it into the corpus folder and /reload.",
    unreadable="“{file}” cannot be read and was not added: {reason}",
    same="“{file}” is the same as “{other}”, which is there already; nothing was added.",
    not_there="There is no “{file}” in the corpus folder.",
    read="Read, not added yet. It will be kept as {file}",
    replaces="Read, nothing replaced yet. It will replace {old} and be kept as {file}",
    facts="Date {date} · place {place}",
    found="{passages} passages · {deadlines} deadlines · {targets} targets",
    noise="{count} stretches left out:",
    reasons=MappingProxyType(
        {
            "advert": "advert",
            "furniture": "header or footer",
            "page": "page number",
            "repeated": "repeated line",
            "contents": "table of contents",
            "navigation": "navigation of the site",
            "hidden": "hidden text",
            "deleted": "deleted text",
            "bullet": "bullet",
            "unplaced": "fits nowhere",
        }
    ),
    left_out="  {text} ({reason})",
    details=MappingProxyType(
        {
            "part": "part",
            "subtitle": "subtitle",
            "number": "number",
            "speaker": "speaker",
            "issuer": "issued by",
        }
    ),
    like="⚠️ {share}% of it stands in 《{title}》 already",
    add="Add",
    add_replacing="Replace {file} of the same name",
    drop="Drop",
    dropped="Dropped; nothing was added.",
    ended="This file has been dealt with or its time is over; please send it again.",
    change=MappingProxyType({"title": "Title", "date": "Date", "place": "Place"}),
    ask=MappingProxyType(
        {
            "title": "Send the right title, or - for what the file says itself.",
            "date": "Send the date: 2027, 2027-03 or 2027-03-08, or - for what the file says itself.",
            "place": "Send the place, or - for what the file says itself.",
        }
    ),
    wrong=MappingProxyType(
        {
            "title": "A title has 200 characters at most; please send it again.",
            "date": "That is no date; write 2027, 2027-03 or 2027-03-08.",
            "place": "A place has 200 characters at most; please send it again.",
        }
    ),
    fields=MappingProxyType({"title": "title", "date": "date", "place": "place"}),
    as_printed="what the file says itself",
    manage="Manage this document",
    document="《{title}》\nFile {file}\nDate {date} · place {place}",
    replace="Replace",
    replace_how="Send the new file: it will replace {file}, after you have seen how it is read.",
    read_again="Read again",
    remove="Remove",
    back="‹ Back to the document",
    asked=MappingProxyType(
        {
            "add": "Add {file}?",
            "replace": "Replace {file} by the new file? The old one is kept; /undo brings it back.",
            "remove": "Remove {file}? It is kept; /undo brings it back.",
            "describe": "Change what is said of {file}?",
            "undo": "Take back the last change ({what}, {who}, {time})?",
        }
    ),
    go=MappingProxyType(
        {"add": "Add", "replace": "Replace", "remove": "Remove", "describe": "Change", "undo": "Take back"}
    ),
    done="Done, in use at once; /undo takes it back.",
    not_loaded="The files are written, but the knowledge base is not up to date: {reason}. Please /reload later.",
    undo="Take back",
    undo_none="There is no change to take back.",
    trying="Trying it on the last questions…",
    reloaded="The last {asked} questions: {answered} now answered, {declined} no longer answered, "
    "{other} by another passage.",
    reloaded_same="The last {asked} questions are answered as before.",
    examples="Examples",
    questions_changed="Stored questions: {came} came, {went} went, {changed} changed.",
    question_changes="Changes of questions",
    questions_came="{number} came:",
    questions_went="{number} went:",
    questions_new="{number} changed:",
    question_reworded="{before} → {after}",
    question_answer="{question} (another answer)",
)
