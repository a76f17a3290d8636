"""Where a message may be cut into two questions, and the clauses it is made of.

It proposes; what counts is decided by how well the parts are understood: a cut too many does little harm, a lost
question does.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

MOST: Final = 3  # cuts tried, and clauses looked at: the question is near the end more often than not


def _any(words: str) -> str:
    """A pattern for one of these words; `_` joins words of an expression."""
    return "(?:" + "|".join(word.replace("_", r"\s+") for word in words.split()) + ")"


_ASKS: Final = _any("what how why who when where which what's how's who's")
_VERBS: Final = _any("can could do does did is are will would should may must have has")
_SUBJECTS: Final = _any(
    "i you they he she it we my the this that there meta facebook instagram whatsapp anyone someone"
)
_AFTER_ASK: Final = _any(
    "if about do does did is are can could should will would long much many happens happened come to else"
    " kind exactly"
    " i they you it my the meta s re"
)
_PREGUNTA: Final = _any(
    "que_pasa que_hago que_hace que_ocurre que_es que_son que_puedo que_datos que_significa como_me"
    " como_puedo como_hago"
    " como_se como_lo como_los como_funciona cuando_empezo cuando_empieza cuando_fue cuanto cuanta cuantos"
    " cuantas donde_esta donde_puedo donde_lo quien_es quien_lo quienes cual_es cuales por_que para_que"
    " puedo_yo puedo pueden puede_meta"
    " se_puede hay_que hay_alguna hay_algun tengo_que hace_falta es_legal es_gratis es_verdad es_cierto"
    " sirve_de leen usan"
)
_OPENS: Final = rf"(?:{_ASKS}\s+{_AFTER_ASK}\b|{_VERBS}\s+{_SUBJECTS}\b|{_PREGUNTA}\b)"
_MYSELF: Final = _any(
    "i i'm im i've ive my we our soy tengo tenemos mi mis vivo estoy yo llevo me he hice puse subi uso trabajo"
    " administro somos nuestra nuestro"
)
_GREETS: Final = _any("hi hello hola buenas buenos_dias buenas_tardes good_morning so ok well pues bueno mira oye vale")
_PERSONAL: Final = re.compile(rf"^\W*(?:{_GREETS}\W+)*{_MYSELF}\b")
_OPENED: Final = re.compile(rf"(?:^\W*|\s){_OPENS}")
_JOINS: Final = _any("y e o u and or but pero also plus tb tambien ademas luego then btw asi_que so")

# No repetition may be tried in two ways: a thousand question marks must take no longer than a thousand letters.
_MARK: Final = re.compile(r"[?!][\s.?!]*+(?=.)|(?<!\s)\s++(?=[¿¡])", re.DOTALL)
_BREAK: Final = re.compile(
    rf"[.;…]++\s++(?=\S)|\n++|\.{{2,}}+\s*+(?=\S)|…\s*+(?=\S)|(?<!\s)\s++[-–—]++\s++"
    rf"|(?<!\s)\s*+[,:]\s++|(?<!\s)\s++{_JOINS}\s++(?=\S)"
)
_RUN_ON: Final = re.compile(rf"(?<=\w)\s++(?={_OPENS})")
_SENTENCE: Final = re.compile(r"(?<=[?!;…])\s*(?=\S)|(?<=[.])\s+(?=\S)|\n+|(?=[¿¡])")
_MARKS: Final = re.compile(r"[,.;:!?¡¿…\n]+")
_INTRODUCED: Final = re.compile(
    r"\b(?:"
    + _any(
        "i_want_to_know i_wanted_to_know i_want_to_ask i_wanted_to_ask i_need_to_know id_like_to_know my_question_is"
        " i_am_asking_is im_asking_is quiero_saber queria_saber quisiera_saber quiero_preguntar queria_preguntar"
        " quiero_preguntarte queria_preguntarte queria_preguntarle necesito_saber mi_pregunta_es mi_duda_es la_duda_es"
        " la_pregunta_es"
    )
    + r")\b[\s,:]*+(?:(?:is|was|es|era|if|whether|si|que)\b[\s,:]*+)*+"
)
# After these words a question is part of the sentence that it stands in: "this, how do I object".
_HELD: Final = re.compile(
    r"(?:^|\W)"
    + _any(
        "what how why who when where which that if and or but so to of know tell ask"
        " que como cuando donde quien cual cuanto si y e o pero para por de lo la el no se dime saber"
    )
    + r"$"
)


@dataclass(frozen=True, slots=True)
class Cut:
    """A message in two, and what stands between its sides: marks, a conjunction, or only a space."""

    left: str
    right: str
    between: str

    @property
    def asked(self) -> tuple[bool, bool]:
        """Which sides the writer marked as questions."""
        return "?" in self.left + self.between, "?" in self.right

    @property
    def personal(self) -> bool:
        """Whether the left side only tells something of the writer: "I am 74 and my grandson set this up"."""
        left = _flat(self.left)
        return not self.asked[0] and bool(_PERSONAL.match(left)) and not _OPENED.search(left)

    @property
    def joined(self) -> bool:
        """Whether a conjunction stands between the sides: "is it legal and when did it start"."""
        return any(char.isalpha() for char in self.between)

    @property
    def listed(self) -> bool:
        """Whether only a comma, or one and a conjunction, stands between them."""
        return "," in self.between


def cuts(text: str) -> list[Cut]:
    """The places where a second question may begin, at most `MOST`: the marked ones, then the last of the others."""
    flat = _flat(text)
    found: dict[int, tuple[int, bool]] = {}
    for pattern in (_MARK, _BREAK, _RUN_ON):
        for match in pattern.finditer(flat):
            if pattern is not _RUN_ON or not _HELD.search(flat[: match.start()]):
                found.setdefault(match.end(), (match.start(), pattern is _MARK))
    marked, others = list[Cut](), list[Cut]()
    for end, (start, mark) in sorted(found.items()):
        if _speaks(text[:start]) and _speaks(text[end:]):
            (marked if mark else others).append(Cut(text[:start], text[end:], text[start:end]))
    room = max(MOST - len(marked), 0)
    return [*marked[:MOST], *others[len(others) - min(room, len(others)) :]]


def _flat(text: str) -> str:
    """The text in lower case without accents, letter by letter, so that places in it are places in the text."""
    return "".join(map(_plain, text))


@lru_cache(maxsize=512)
def _plain(char: str) -> str:
    return "'" if char in "’‘`´" else unicodedata.normalize("NFD", char.lower())[0]


def clauses(text: str) -> list[str]:
    """The sentences of a message, the last `MOST` of them."""
    found = [part.strip() for part in _SENTENCE.split(text) if part and _speaks(part)]
    return list(dict.fromkeys(found))[-MOST:]


def introduced(text: str) -> str | None:
    """What follows "what I wanted to ask is", wherever that stands; None where no question is introduced so."""
    ends = [match.end() for match in _INTRODUCED.finditer(_flat(text))]
    return text[ends[-1] :].strip() if ends and _speaks(text[ends[-1] :]) else None


def pieces(text: str) -> list[str]:
    """A message at all its marks, commas included."""
    return [part.strip() for part in _MARKS.split(text) if _speaks(part)]


def _speaks(text: str) -> bool:
    return any(char.isalpha() for char in text)
