"""Every button carries a kind of its own, and the buttons under messages of version 0.1.0 go on working."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.callback_data import administration, browsing, documents, ledger, personal, reminders, teaching
from bot.callback_data.codec import CallbackData, pattern, unpacked
from bot.callback_data.reminders import MarkAction, ReminderAction, ReminderField

MODULES = (administration, browsing, documents, ledger, personal, reminders, teaching)
KINDS = [
    kind
    for module in MODULES
    for kind in vars(module).values()
    if isinstance(kind, type) and issubclass(kind, CallbackData) and kind.__module__ == module.__name__
]

A, B = "7tbzj5n3qk2ya", "zpw5yqj2m4xea"  # ids
# What version 0.1.0 wrote on its buttons.
WRITTEN = {
    "v:EAAAAAAA_K7Y5bGJhxk": browsing.ShowView("EAAAAAAA_K7Y5bGJhxk"),
    "a:UQAAAAAA_K7Y5bGJhxk": browsing.OpenView("UQAAAAAA_K7Y5bGJhxk"),
    f"p:{A}": browsing.OpenPassage(A),
    "q:2": browsing.AskSuggestion(2),
    f"s:{A}": browsing.OpenSection(A),
    f"f:{A}": browsing.SendFile(A),
    f"pp:{A}": browsing.SendPage(A),
    "m:0": browsing.ListTopics(0),
    f"t:{A}:3": browsing.OpenTopic(A, 3),
    f"tu:{A}:{A}:2": browsing.OpenSubtopic(A, A, 2),
    f"n:t:{A}:0": browsing.OpenTopic(A, 0, anew=True),
    f"i:{A}:{B}:1": browsing.OpenPair(A, B, 1),
    f"iu:{A}:{B}:{A}:1": browsing.OpenPairOfSubtopic(A, B, A, 1),
    "d:1": browsing.ListDocuments(1),
    f"o:{A}:0": browsing.OpenDocument(A, 0),
    "c:0": browsing.ListScope(0),
    "n:c:0": browsing.ListScope(0, anew=True),
    f"k:{A}:2": browsing.ToggleScope(A, 2),
    "k:*:0": browsing.ToggleScope("*", 0),
    "e::": browsing.ListDeadlines(),
    "e::已过期": browsing.ListDeadlines(words="已过期"),
    "e:2:单位:民政局 本月": browsing.ListDeadlines(2, "单位:民政局 本月"),
    "n:e::医共体": browsing.ListDeadlines(words="医共体", anew=True),
    f"g:{A}:0:": browsing.OpenDeadline(A, 0, ""),
    f"n:g:{A}:0:": browsing.OpenDeadline(A, anew=True),
    f"g:{A}:12:未完成 医共体": browsing.OpenDeadline(A, 12, "未完成 医共体"),
    "E::": browsing.ListTargets(),
    "E:1:签约率": browsing.ListTargets(1, "签约率"),
    f"G:{A}:5120:0:签约率": browsing.OpenTarget(A, 5120, 0, "签约率"),
    "L::": ledger.ListLedger(),
    "L:2:民政局 本月": ledger.ListLedger(2, "民政局 本月"),
    "Ls:x:民政局": ledger.SendLedger("x", "民政局"),
    f"g:{A}:2:#民政局": browsing.OpenDeadline(A, 2, "#民政局"),
    f"Lq:{A}:00ff": ledger.ChooseTask(A, "00ff"),
    "Lr:y:00ff": ledger.DecideReport("y", "00ff"),
    "hp:1": personal.ListPlaces(1),
    "hP:0:青汀": personal.ChoosePlace(0, "青汀"),
    "T:0:": browsing.ShowTimeline(0, ""),
    "T:1:医共体": browsing.ShowTimeline(1, "医共体"),
    "I:": browsing.SendCalendar(""),
    "I:下月": browsing.SendCalendar("下月"),
    "H:0:签约率": browsing.ShowChart(0, "签约率"),
    "M:0:2025 2026 澄原": browsing.Compare(0, "2025 2026 澄原"),
    f"u:1:{A}": personal.CastVote(True, A),
    f"u:0:{A}": personal.CastVote(False, A),
    f"w:a:{A}": personal.GiveReason("a", A),
    f"b:0:{A}": personal.KeepPassage(False, A),
    "r:311": personal.AskAgain(311),
    "j:1": personal.ListFavourites(1),
    f"y:0:{A}": personal.RemoveFavourite(0, A),
    "x:1:4711": personal.Forget(True, 4711),
    "h:tg": personal.ChooseLanguage("tg"),
    "set:": personal.ListSettings(),
    "set:askers": personal.OpenSetting("askers"),
    "set:quiet:22-7": personal.ChangeSetting("quiet", "22-7"),
    "set:language:zh": personal.ChangeSetting("language", "zh"),
    "lg5:0": reminders.ShowReminder(5, 0),
    "n:lg5:0": reminders.ShowReminder(5, anew=True),
    "ll0:0": reminders.ListReminders(0),
    "le7": reminders.ChangeReminder(ReminderAction.OPEN, 7),
    "n:le7": reminders.ChangeReminder(ReminderAction.OPEN, 7, anew=True),
    "ly7": reminders.ChangeReminder(ReminderAction.REMOVE, 7),
    "ld7:30": reminders.ChooseForReminder(ReminderField.STAGE, 7, "30"),
    "lw7:-": reminders.ChooseForReminder(ReminderField.WEEKDAY, 7, "-"),
    "lt7:0830": reminders.ChooseForReminder(ReminderField.TIME, 7, "0830"),
    f"lk7:{A}": reminders.ChooseForReminder(ReminderField.TOPIC, 7, A),
    "lf7:0": reminders.ListReminderTopics(7, 0),
    f"zd{A}:0:": reminders.MarkDeadline(MarkAction.DONE, A, 0, ""),
    f"zk{A}:1:医共体": reminders.MarkDeadline(MarkAction.CONFIRM, A, 1, "医共体"),
    f"zu20261130{A}:0:": reminders.PostponeDeadline("20261130", A, 0, ""),
    "confirm:1:00ff3c1d2e4b5a69": administration.Confirm(True, "00ff3c1d2e4b5a69"),
    "l:00ff3c1d": administration.CancelLoad("00ff3c1d"),
    "stats:30": administration.ShowStatistics(30),
    "audit:0": administration.ListAudit(0),
    "role:l:0": administration.ListRoles(0),
    "role:p:4711": administration.OpenPerson(4711),
    "state:restore": administration.PutStateBack("restore"),
    "role:m:none:4711": administration.MakeRole("none", 4711),
    "doc:f:title::00ff": documents.CorrectDraft("title", "", "00ff"),
    "doc:f:title:2:00ff": documents.CorrectDraft("title", "2", "00ff"),
    "doc:y:00ff": documents.ProposeDraft("00ff"),
    "doc:w:00ff": documents.ReplaceByDraft("00ff"),
    "doc:n:00ff": documents.DropDraft("00ff"),
    "doc:e:00ff": documents.ShowExamples("00ff"),
    f"doc:m:{A}": documents.ManageDocument(A),
    f"doc:F:place:{A}": documents.CorrectDocument("place", A),
    f"doc:x:{A}": documents.ReplaceDocument(A),
    f"doc:l:{A}": documents.ReadDocumentAgain(A),
    f"doc:r:{A}": documents.RemoveDocument(A),
    "T:u:0": teaching.ListUnanswered(0),
    f"T:g:{A}:0": teaching.OpenGroup(A, 0),
    f"T:d:{A}": teaching.DismissGroup(A),
    f"T:p:{A}": teaching.PickPassage(A),
    f"T:q:{A}": teaching.PickQuestion(A),
    f"T:s:{A}": teaching.BeginSynonym(A),
    "T:f:0": teaching.ListDoubtful(0),
    f"T:m:{A}": teaching.MendLesson(A),
    f"T:x:{A}": teaching.RemoveLesson(A),
    f"T:v:00ff:{A}": teaching.ViewCandidate("00ff", A),
    f"T:c:00ff:{A}": teaching.ChooseCandidate("00ff", A),
    "T:l:00ff": teaching.ListCandidates("00ff"),
    "T:z:00ff": teaching.EndDialogue("00ff"),
    "T:y:0": teaching.ListSynonyms(0),
    f"T:Y:{A}": teaching.RemoveSynonym(A),
    "T:t:0": teaching.ListPairTopics(0),
    f"T:o:{A}:0": teaching.ListPairs(A, 0),
    f"T:i:{A}:{B}:0": teaching.EditPair(A, B, 0),
    f"T:M:{A}:{B}:1": teaching.ListMoves(A, B, 1),
    f"T:V:{A}:{B}:{A}": teaching.MovePair(A, B, A),
    f"T:j:{A}:{B}": teaching.ListMerges(A, B),
    f"T:J:{A}:{B}:{A}": teaching.MergePair(A, B, A),
    f"T:k:{A}:{B}": teaching.ListVariants(A, B),
    f"T:K:{A}:{B}:2": teaching.SplitPair(A, B, 2),
    "T:n:3": teaching.ListFailing(3),
    f"T:h:{A}:{B}": teaching.HidePair(A, B),
    f"T:r:{A}:{B}": teaching.RestorePair(A, B),
    f"T:w:{A}:{B}": teaching.RewordPair(A, B),
    f"T:a:{A}:{B}": teaching.AddWording(A, B),
    f"T:A:{A}:{B}": teaching.ChangeAnswer(A, B),
    "T:e:": teaching.ExportTeaching(),
}


@pytest.mark.parametrize("text", WRITTEN)
def test_what_version_0_1_0_wrote_is_read_and_written_as_it_was(text: str) -> None:
    assert unpacked(text, KINDS) == WRITTEN[text]
    assert WRITTEN[text].pack() == text


def test_every_kind_is_among_them() -> None:
    assert {type(button) for button in WRITTEN.values()} == set(KINDS)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_no_text_is_of_two_kinds(kind: type[CallbackData]) -> None:
    @settings(max_examples=25, deadline=None)
    @given(st.from_regex(pattern(kind), fullmatch=True))
    def of_one_kind(text: str) -> None:
        assert [other for other in KINDS if other.fits(text)] == [kind]

    of_one_kind()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "n:",
        "z:1",
        "m:x",
        "m:0 ",
        "k:",
        "t:",
        f"p:{A}a",
        "lg5",
        f"zu2026{A}:0:",
        "role:m:god:1",
        "doc:q:00ff",
        "T:",
    ],
)
def test_a_text_of_no_kind_is_refused(text: str) -> None:
    assert unpacked(text, KINDS) is None
    with pytest.raises(ValueError):
        browsing.ListTopics.unpack(text)


def test_the_pattern_of_some_kinds_fits_their_texts_alone() -> None:
    some = pattern(browsing.OpenTopic, personal.CastVote)
    fitting = {text for text in WRITTEN if some.match(text)}
    assert fitting == {f"t:{A}:3", f"n:t:{A}:0", f"u:1:{A}", f"u:0:{A}"}
