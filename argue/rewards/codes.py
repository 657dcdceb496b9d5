"""Verdicts as small whole numbers; 0 stands for none of them, so that nothing is 0 by accident."""

from __future__ import annotations

from enum import IntEnum

from argue.model.verdict import Status, Word


class Code(IntEnum):
    """A status of an option, or what one source alone says of it; below 0 only if ruled out."""

    RULED_OUT = -1
    REQUIRED = 1
    ALLOWED = 2
    CONTESTED = 3
    UNRESOLVED = 4
    UNDEFINED = 5
    INDIFFERENT = 6
    SILENT = 7


CODE_OF_STATUS = {
    Status.OBLIGATORY: Code.REQUIRED,
    Status.PERMISSIBLE: Code.ALLOWED,
    Status.CONTESTED: Code.CONTESTED,
    Status.UNRESOLVED: Code.UNRESOLVED,
    Status.UNDEFINED: Code.UNDEFINED,
    Status.IMPERMISSIBLE: Code.RULED_OUT,
}
STATUS_OF_CODE = {int(code): status for status, code in CODE_OF_STATUS.items()}

CODE_OF_WORD = {
    Word.REQUIRED: Code.REQUIRED,
    Word.ALLOWED: Code.ALLOWED,
    Word.CONTESTED: Code.CONTESTED,
    Word.UNRESOLVED: Code.UNRESOLVED,
    Word.UNDEFINED: Code.UNDEFINED,
    Word.INDIFFERENT: Code.INDIFFERENT,
    Word.SILENT: Code.SILENT,
    Word.FORBIDDEN: Code.RULED_OUT,
}
WORD_OF_CODE = {int(code): word for word, code in CODE_OF_WORD.items()}
