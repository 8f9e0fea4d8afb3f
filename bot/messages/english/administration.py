"""What the bot says in English of loads, roles, changes, settings and statistics."""

from __future__ import annotations

from types import MappingProxyType

from bot.messages.administration import (
    AuditWords,
    LoadWords,
    RoleWords,
    SettingWords,
    StateFileWords,
    StatisticsWords,
)

ENGLISH_ROLES = RoleWords(
    names=MappingProxyType({"owner": "owner", "admin": "administrator", "editor": "editor", "": "no role"}),
    heading="Roles{place}; tap a number to change one:",
    how="To appoint somebody send /roles with their id, for example /roles 123456789. "
    "They see their id when they send me /privacy in private.\n"
    "Owners appoint everybody, administrators appoint editors; editors work on documents and teaching.",
    line="{person}: {role}",
    configured=" (in the configuration)",
    configured_note="This role stands in the configuration and cannot be taken away in the chat. "
    "Please change the configuration.",
    make=MappingProxyType(
        {
            "owner": "Make owner",
            "admin": "Make administrator",
            "editor": "Make editor",
            "": "Take the role away",
        }
    ),
    ask="{person}: {before} → {after}. Are you sure?",
    yes="Yes",
    done="Done: {person} is now: {role}.",
    told=MappingProxyType(
        {
            "owner": "You are now an owner of Jianda. Send /help for the commands that you may use.",
            "admin": "You are now an administrator of Jianda. Send /help for the commands that you may use.",
            "editor": "You are now an editor of Jianda: documents and teaching. "
            "Send /help for the commands that you may use.",
            "": "Your role at Jianda has ended. You can go on asking.",
        }
    ),
    not_yours="You may not do this: owners appoint everybody, administrators appoint editors alone.",
    last_owner="This is the last owner and stays one. Please appoint another owner first.",
    back="‹ Roles",
)

ENGLISH_AUDIT = AuditWords(
    heading="Changes{place}, newest first:",
    none="Nothing was changed yet.",
    entry="{time} {who} {what}: {values}",
    actions=MappingProxyType(
        {
            "role": "role",
            "reload": "reload",
            "document:add": "document added",
            "document:replace": "document replaced",
            "document:remove": "document removed",
            "document:describe": "document described",
            "document:undo": "change of a document taken back",
            "teach": "taught",
            "unteach": "removed",
            "synonym": "synonym",
            "unsynonym": "synonym removed",
            "hide": "question hidden",
            "restore": "question restored",
            "reword": "question reworded",
            "import": "table imported",
            "dismiss": "questions put aside",
            "report": "report on a task",
            "report:returned": "report turned down",
            "mark": "mark on a deadline",
            "setting:scope": "documents",
            "setting:home": "place",
            "setting:language": "language",
            "setting:length": "length of answers",
            "setting:askers": "who may ask",
            "setting:quiet": "quiet hours",
        }
    ),
    values=MappingProxyType(
        {
            "": "none",
            "owner": "owner",
            "admin": "administrator",
            "editor": "editor",
            "zh": "中文",
            "en": "English",
            "tg": "As in Telegram",
            "short": "short",
            "normal": "normal",
            "long": "long",
            "everyone": "everyone",
            "administrators": "group administrators",
            "open": "no mark",
            "assigned": "assigned",
            "begun": "under way",
            "done": "done",
            "postponed": "postponed to",
            "void": "not applicable",
        }
    ),
)

ENGLISH_SETTINGS = SettingWords(
    of_group="The settings of this group (for its administrators)",
    of_person="Your settings",
    admins_only="In a group only its administrators may change the settings.",
    names=MappingProxyType(
        {
            "scope": "Documents",
            "language": "Language",
            "length": "Length of answers",
            "askers": "Who may ask",
            "quiet": "Quiet hours",
        }
    ),
    line="· {name}: {value}",
    ask=MappingProxyType(
        {
            "language": "Which language shall I speak? The passages stay as they are.",
            "length": "How long shall answers be? Short: the sentences that answer; normal: the passage; "
            "long: with what stands around it in the section.",
            "askers": "Who may ask in this group? Others can still read on with the buttons under an answer.",
            "quiet": "When shall I send no reminders? Questions are answered all the same.",
        }
    ),
    now="Now: {value}",
    values=MappingProxyType(
        {
            "all": "all documents",
            "short": "short",
            "normal": "normal",
            "long": "long",
            "everyone": "everyone",
            "administrators": "group administrators",
            "off": "none",
        }
    ),
    documents="the {count} chosen",
    done="Done.",
    quiet_on="Set {hours}",
    quiet_off="None",
    quiet_start="Start {sign} {hour}",
    quiet_end="End {sign} {hour}",
    back="‹ Settings",
    askers_refused="In this group only its administrators may ask. You can write to me in private.",
)

ENGLISH_STATISTICS = StatisticsWords(
    heading="Questions of the last {days} days",
    nothing="Nobody asked anything in this time.",
    off="This bot is set to keep no questions, so there are no figures.",
    counts="{questions} questions, {a_day} a day; people: {people}\n"
    "Answered {answered} ({answered_share}), unsure {unsure} ({unsure_share}), declined {declined} ({declined_share})",
    times="Time: half within {median} s, 95% within {slow} s",
    votes="{total} votes, useful {useful} ({share})",
    no_votes="Votes: none yet",
    topics="Topics asked for most",
    days="{days} days",
    note="{span}, {questions} in all",
    weekly=", a bar a week",
    answered="Answered",
    unsure="Unsure",
    declined="Declined",
)

ENGLISH_LOADING = LoadWords(
    started="Loading the files again. I keep answering meanwhile and report when it is done.",
    progress="Loading the files again: {done} of {total} files. I keep answering meanwhile.",
    cancel="Cancel",
    cancelling="Cancelling: it stops after the present file.",
    cancelled="The load was cancelled and the knowledge base is unchanged.",
    ended="This load has ended already.",
    running="A load is running already. Please wait until it has ended.",
    done="Loaded: {added} added, {changed} changed, {unchanged} unchanged, {removed} removed, "
    "{skipped} skipped, {failed} failed; {seconds} seconds.",
    outcomes=MappingProxyType(
        {
            "added": "Added",
            "changed": "Changed",
            "unchanged": "Unchanged",
            "removed": "Removed",
            "skipped": "Skipped",
            "failed": "Failed",
        }
    ),
    noise="{count} stretches left out",
    more="File by file in {number} lines: see the file below.",
    failed="The load failed and the knowledge base is unchanged: {reason}",
    unattended="A load that ran by itself met a problem; what was not loaded is answered as before:\n{reason}",
)

ENGLISH_STATE_FILE = StateFileWords(
    gone="⚠️ The state file {path} was deleted, moved or replaced while the bot ran. Reminders, favourites and "
    "settings since then were not stored.\n“Restore” writes it back as it was before; “Begin anew” starts with an empty "
    "one. Another file that stands there now is kept beside it (.aside).",
    restore="Restore",
    anew="Begin anew",
    restored="Restored; it can be written again.",
    begun="Begun anew with an empty file.",
    there="The state file is in its place.",
)
