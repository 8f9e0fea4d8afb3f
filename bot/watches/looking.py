"""Looking what the watched words have to do with a load: what is new is written down to be told, once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from bot.access.access import Access
from bot.state import State
from bot.state.scheduling.messages import ScheduledMessage
from bot.state.scheduling.watches import KnownStatement, Look, Watch
from bot.watches.news import KIND, content_of
from knowledge.documents import Document
from knowledge.knowledge_base import KnowledgeBase
from knowledge.watching.changes import Change, changes_of
from knowledge.watching.statements import Statement, statements_of
from knowledge.watching.watched_words import WatchedWords, watched_words


@dataclass(frozen=True, slots=True)
class DocumentNews:
    """What a document newly says on watched words; `is_new` where the document itself was not there before."""

    words: str
    document: Document
    is_new: bool
    changes: Sequence[Change]


@dataclass(frozen=True, slots=True)
class WatchLook:
    """What a watch learns of the files that changed, what it drops of them, and what is to be told."""

    learnt: list[KnownStatement]
    dropped: list[KnownStatement]
    news: list[DocumentNews]


class Library:
    """The documents as they are now, by the files that hold them, and what each of them states."""

    def __init__(self, knowledge: KnowledgeBase) -> None:
        self._knowledge = knowledge
        self.files = {path: origin.digest for path, origin in knowledge.origins().items()}
        self.by_file: dict[str, list[Document]] = defaultdict(list)
        for document in knowledge.documents():
            self.by_file[file_of(document, self.files)].append(document)
        self._statements: dict[str, list[Statement]] = {}

    def met(self, words: WatchedWords, documents: Iterable[Document]) -> list[tuple[Statement, Document]]:
        """The statements of some documents that speak of some words."""
        return [
            (statement, document)
            for document in documents
            for statement in self._of(document.id)
            if words.are_met(statement, document)
        ]

    def readable(self, access: Access, chat: int) -> frozenset[str]:
        """The ids of the documents that may be read in a chat."""
        return access.readable_in(chat, self._knowledge)

    def _of(self, number: str) -> list[Statement]:
        if number not in self._statements:
            self._statements[number] = list(statements_of(self._knowledge.stored_passages(number)))
        return self._statements[number]


def file_of(document: Document, files: Collection[str]) -> str:
    """The file of the corpus that holds a document: for one in an archive the archive."""
    above = (str(path) for path in (PurePosixPath(document.path), *PurePosixPath(document.path).parents))
    return next((path for path in above if path in files), document.path)


def known_now(library: Library, words: str, readable: Collection[str]) -> list[KnownStatement]:
    """What the documents that may be read say on some words now."""
    documents = [
        document
        for inside in library.by_file.values()
        for document in inside
        if document.id in readable and document.replaced != "duplicate"
    ]
    met = library.met(watched_words(words), documents)
    return [_known(statement, document, library.files) for statement, document in met]


def look(knowledge: KnowledgeBase, state: State, access: Access, now: float) -> None:
    """Writes down what is to be told of the files that have changed since the last look. Raises KnowledgeError or
    StateError.

    A file that has the content that it had, under this name or another, tells nothing. `now` is in seconds since 1970.
    """
    library, before, watches = Library(knowledge), state.watches.files(), state.watches.running()
    if library.files == before:
        return
    if not before and not watches:
        state.watches.record(Look({}, {}, (), before, library.files, {}))
        return
    moved = _moved(before, library.files)
    changed = [path for path, digest in library.files.items() if before.get(path) != digest]
    changed = [path for path in changed if path not in moved.values()]
    looks = {watch: _look_for(watch, state, library, before, changed, access) for watch in watches}
    messages = _messages({watch: found.news for watch, found in looks.items()}, now)
    state.watches.record(
        Look(
            {watch.id: found.learnt for watch, found in looks.items()},
            {watch.id: found.dropped for watch, found in looks.items()},
            messages,
            before,
            library.files,
            moved,
        )
    )


def _look_for(
    watch: Watch,
    state: State,
    library: Library,
    before: Mapping[str, str],
    changed: Sequence[str],
    access: Access,
) -> WatchLook:
    """What a watch has to do with the files that changed."""
    readable, words = library.readable(access, watch.chat), watched_words(watch.words)
    known, found = _known_of(watch, state, library, before, changed), WatchLook([], [], [])
    for path in changed:
        documents = [
            document
            for document in library.by_file[path]
            if document.id in readable and document.replaced != "duplicate"
        ]
        met = library.met(words, documents)
        titles = {document.title for document in documents}
        own = [
            item
            for item in known
            if item.path == path or (item.title in titles and item.path not in library.files)
        ]
        found.dropped.extend(own)
        found.learnt.extend(_known(statement, document, library.files) for statement, document in met)
        earlier = [item for item in known if item.path in _earlier(documents, library)]
        is_new = path not in before and not own and not earlier
        found.news.extend(_news(watch.words, met, [*own, *earlier], documents, is_new))
    return found


def _known_of(
    watch: Watch, state: State, library: Library, before: Mapping[str, str], changed: Sequence[str]
) -> list[KnownStatement]:
    """What a watch knows of the files that changed or are gone, and of those that newer ones stand for."""
    if not changed:
        return []
    documents = [document for path in changed for document in library.by_file[path]]
    gone = before.keys() - library.files.keys()
    return state.watches.known(watch.id, {*changed, *gone, *_earlier(documents, library)})


def _news(
    words: str,
    met: Sequence[tuple[Statement, Document]],
    known: Sequence[KnownStatement],
    documents: Sequence[Document],
    is_new: bool,
) -> list[DocumentNews]:
    """What the documents of a file newly say, each by itself; what is gone goes with the one of its title."""
    changes = changes_of({item.key: item.text for item in known}, [statement for statement, _ in met])
    by_passage = {statement.passage: document for statement, document in met}
    titles = {item.text: item.title for item in known}
    of_each: dict[str, list[Change]] = defaultdict(list)
    for change in changes:
        named = [document for document in documents if document.title == titles.get(change.before)]
        document = by_passage[change.passage] if change.after else next(iter([*named, *documents]), None)
        if document and document.replaced != "older":  # a newer one stands for it
            of_each[document.id].append(change)
    by_id = {document.id: document for document in documents}
    return [DocumentNews(words, by_id[number], is_new, told) for number, told in of_each.items()]


def _earlier(documents: Sequence[Document], library: Library) -> set[str]:
    """The files of the documents whose place some take as their newer versions."""
    numbers = {document.id for document in documents}
    return {
        path
        for path, inside in library.by_file.items()
        for document in inside
        if document.instead in numbers and document.replaced == "older" and document.id not in numbers
    }


def _moved(before: Mapping[str, str], files: Mapping[str, str]) -> dict[str, str]:
    """The files that have another name now, by the one that they had."""
    gone = {digest: path for path, digest in before.items() if path not in files}
    return {gone[digest]: path for path, digest in files.items() if path not in before and digest in gone}


def _known(statement: Statement, document: Document, files: Collection[str]) -> KnownStatement:
    return KnownStatement(statement.key, file_of(document, files), document.title, statement.text)


def _messages(news: Mapping[Watch, Sequence[DocumentNews]], now: float) -> list[ScheduledMessage]:
    """One message for each chat, in a forum for each topic, that has something to be told."""
    places: dict[tuple[int, int | None], list[Watch]] = defaultdict(list)
    for watch, told in news.items():
        if told:
            places[watch.chat, watch.topic].append(watch)
    return [
        ScheduledMessage(
            chat,
            topic,
            watches[0].person,
            watches[0].language,
            KIND,
            content_of(
                (item.words, item.document, item.is_new, item.changes)
                for watch in watches
                for item in news[watch]
            ),
            now,
        )
        for (chat, topic), watches in places.items()
    ]
