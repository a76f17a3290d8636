"""What was understood, set right by where the chat stands and by what is named: a platform, a place, a language.

Each rule is small and pure; those that need nothing but words stand in `context`.
"""

from dataclasses import replace

from bot.knowledge.fold import fold
from bot.knowledge.model import Move, Platform
from bot.understanding.context import BRIEF, FAMILIAR, HOW, Context, named_language, platforms
from bot.understanding.context_words import (
    ABOUT_HOME,
    ASKED,
    AUTHORITY_WORDS,
    BACKWARD,
    COMPANIES,
    DONE,
    ERASED,
    ERASING,
    EVEN_IF,
    FAR,
    FILLERS,
    GROWN_UP,
    LEAD_INS,
    LINKS,
    LIVES,
    ONCE_MORE,
    RESUMING,
    THERE,
    WHERE,
)
from bot.understanding.decide import CRISIS, SMALL_TALK, distressed
from bot.understanding.matcher import Assessment
from bot.understanding.reading import ForCountry, Meaning, Navigate, Nothing, Situation, Speak, Topics, Unsure

OURS, COMPLAINT, LANGUAGE, MINORS = "bot-privacy", "complaint", "language", "minors"
GOODBYE, REFUSED = "goodbye", "objection-rejected"
HERE, FAR_AWAY = "who-is-affected", "outside-eu"  # one question, about one place

OF_AGE = 18
THEIRS = frozenset(["mis", "my", "her", "his", "our", "su", "sus"])
NEARER, FEW = 2.0, 8  # so many times as likely, in a message of at most so many words
PLACED = 14  # words of a message that goes on about somebody elsewhere
NEAR_BY = 5  # words: "I now live near Cork"
CLEARLY = 0.75  # the score of a topic that is meant although another company is named

Understood = tuple[Meaning, float]  # with its score


def guide_named(context: Context, text: str, assessed: Assessment, situation: Situation) -> Assessment:
    """Who asks how to object and names one platform, if only by "there", asks for that platform's guide."""
    chances = dict(assessed.ranked)
    if assessed.exact or HOW not in chances:
        return assessed
    named = platforms(text)
    if not named and situation.platform and THERE & set(fold(text).split()):
        named = [situation.platform]
    if not named and situation.topic in set(Platform):  # of a platform without a form of its own
        named = [Platform(situation.topic)]
    guide = context.elsewhere(HOW, named[0]) if len(named) == 1 else None
    if guide is None or assessed.ranked[0][0] not in {HOW, guide}:
        return assessed
    chances[guide] = chances.get(guide, 0.0) + chances.pop(HOW)
    return replace(assessed, ranked=tuple(sorted(chances.items(), key=lambda each: -each[1])))


def nearer(context: Context, text: str, assessed: Assessment, situation: Situation) -> Assessment:
    """A short message after an answer is more likely about what stands beside that answer in the graph."""
    talked = situation.topic is not None and situation.topic not in SMALL_TALK and not situation.guiding
    if assessed.exact or not talked or len(fold(text).split()) > FEW:
        return assessed
    beside = context.neighbours.get(situation.topic or "", frozenset()) - {situation.topic}
    weighed = {topic: chance * (NEARER if topic in beside else 1.0) for topic, chance in assessed.ranked}
    scale = sum(chance for _, chance in assessed.ranked) / max(sum(weighed.values()), 1e-9)
    ranked = sorted(((topic, chance * scale) for topic, chance in weighed.items()), key=lambda each: -each[1])
    return replace(assessed, ranked=tuple(ranked))


def adjusted(
    context: Context, text: str, understood: Understood, whole: Assessment, situation: Situation
) -> Understood:
    """The meaning here, and its score; `whole` is the message assessed as one."""
    if situation.topic == OURS and _erases(text):
        return Topics((OURS,)), understood[1]
    meaning, score = understood
    if of_others(text) and not whole.exact and not (isinstance(meaning, Topics) and score >= CLEARLY):
        return Nothing(), score
    if context.detailed(text, meaning, situation):
        return Navigate(Move.MORE), score
    if situation.guiding and not whole.exact and not distressed(whole) and _step_done(text):
        return Navigate(Move.DONE), score
    if situation.topic == CRISIS and not isinstance(meaning, Topics):
        return Topics((CRISIS,)), score  # "which number can I ring?": whoever needs help is not told "I don't know"
    if situation.topic in {HERE, FAR_AWAY} and not isinstance(meaning, Topics):
        place = _by_residence(context, text) if len(text.split()) <= PLACED else None
        meaning = Topics((place,)) if place else meaning  # "and my brother, who is still in Vigo?"
    if not isinstance(meaning, Topics):
        meaning, score = _unclear(context, text, understood, whole, situation)
    if not isinstance(meaning, Topics):
        return meaning, score
    return _answered(context, text, meaning, situation), score


def _unclear(
    context: Context, text: str, understood: Understood, whole: Assessment, situation: Situation
) -> Understood:
    """What was not understood by itself may be clear here."""
    meaning, score = understood
    if isinstance(meaning, Unsure) and set(meaning.ids) <= SMALL_TALK:
        return Topics(meaning.ids[:1]), score  # between thanks and goodbye nobody wants to be asked
    named = platforms(text)
    if situation.topic == HOW and named and len(text.split()) <= BRIEF:  # "which platform?" was just asked
        guide = context.elsewhere(HOW, named[0])
        return (Topics((guide,)), score) if guide else understood
    if situation.guiding and LINKS & set(fold(text).split()) and len(text.split()) <= BRIEF:
        return Navigate(Move.WHERE), score
    if situation.guiding and (guide := _other_guide(context, text, situation)):
        return Topics((guide,)), score
    near = context.near(text, whole, situation)
    if near:
        return Topics((near[0],)), near[1]
    return (Navigate(Move.MORE), score) if _goes_on(text, whole, situation) else understood


def _answered(context: Context, text: str, meaning: Topics, situation: Situation) -> Meaning:
    """The topics that answer, or what comes of them here."""
    ids = meaning.ids
    if ids == (COMPLAINT,) and (code := context.named(text)[0]):
        return ForCountry(code)
    if ids == (LANGUAGE,) and (wanted := named_language(text)):
        return Speak(wanted)
    if ids == (HOW,) and len(named := platforms(text)) == 1 and (guide := context.elsewhere(HOW, named[0])):
        return Topics((guide,), meaning.beside)  # the platform may stand in another sentence
    if situation.topic == HOW and "?" not in text and (guide := _platform_named(context, ids, text)):
        return Topics((guide,))
    if ids == (REFUSED,) and asks_whom(text):
        ids = (COMPLAINT,)
    if situation.topic == MINORS and ids == (MINORS,) and _grown_up(text):
        ids = (HERE,)
    if situation.guiding and ids == (GOODBYE,):
        return Navigate(Move.STOP)
    if situation.guiding and _resumes(context, ids, text, situation):
        return Navigate(Move.WHERE)
    if situation.guiding and _leads_away(context, ids[0], text, situation):
        return Navigate(Move.AGAIN)
    if set(ids) <= {HERE, FAR_AWAY}:
        ids = (_by_residence(context, text) or ids[0],)
    return Topics(ids, tuple(topic for topic in meaning.beside if topic not in ids))


def _by_residence(context: Context, text: str) -> str | None:
    """Of the two topics on where it applies, the one for the place that is named, if places of only one are."""
    home = _home(text)
    far, near = bool(FAR & set(fold(home).split())), context.in_europe(home)
    target = FAR_AWAY if far else HERE
    return target if far != near and target in context.graph.topics else None


def of_others(text: str) -> bool:
    """Whether it names another company's service and none of Meta's: "and does ChatGPT do that, too?"."""
    words = set(fold(text).split())
    return bool(words & COMPANIES) and not platforms(text) and "meta" not in words


def _home(text: str) -> str:
    """What follows the last word of living somewhere: born in Mexico, studying in Salamanca; else all of it."""
    words = fold(text).split()
    lives = [place for place, word in enumerate(words) if word in LIVES]
    if not lives:
        return text
    home = words[lives[-1] + 1 : lives[-1] + NEAR_BY]
    end = next((place for place, word in enumerate(home) if word in ABOUT_HOME and place), len(home))
    return " ".join(home[:end])


def moved_here(text: str, meaning: Meaning, situation: Situation) -> Meaning:
    """What a learnt follow-up means in a guide, where its words tell it more surely."""
    words = set(fold(text).split())
    turned = meaning == Navigate(Move.BACK) and not words & BACKWARD
    if situation.guiding and (turned or meaning == Navigate(Move.LOST)) and _step_done(text):
        return Navigate(Move.DONE)
    if situation.guiding and ((turned and words & ONCE_MORE) or (meaning == Navigate(Move.SOURCES) and words & LINKS)):
        return Navigate(Move.WHERE)
    return meaning


def _step_done(text: str) -> bool:
    """Whether a short message in a guide only tells what was done: "I've written the reason like you said"."""
    words = fold(text).split()
    return "?" not in text and len(words) <= BRIEF and bool(DONE & set(words)) and not ASKED & set(words)


def _other_guide(context: Context, text: str, situation: Situation) -> str | None:
    """The guide that is wanted instead of this one: "oh no, it's facebook I need"."""
    named = platforms(text)
    wanted = len(named) == 1 and named[0] != situation.platform and "?" not in text and len(text.split()) <= BRIEF
    return context.elsewhere(HOW, named[0]) if wanted else None


def _resumes(context: Context, ids: tuple[str, ...], text: str, situation: Situation) -> bool:
    """Whether the open guide is wanted on, not from its beginning: "right, back to the facebook thing"."""
    platform = situation.platform
    own = platform is not None and ids[0] in {platform, context.elsewhere(HOW, platform)}
    return own and "?" not in text and bool(RESUMING & set(fold(text).split()))


def _leads_away(context: Context, topic: str, text: str, situation: Situation) -> bool:
    """Whether another platform's guide would open in the middle of one, though that platform was not named."""
    other = context.graph.guides.get(topic)
    return (
        other is not None and other.platform not in {None, situation.platform} and other.platform not in platforms(text)
    )


def _goes_on(text: str, whole: Assessment, situation: Situation) -> bool:
    """Whether it is a case of what was just answered: "even if it is only two words?"."""
    words = fold(text).split()
    talked = situation.topic is not None and situation.topic not in SMALL_TALK and not situation.guiding
    return talked and len(words) <= BRIEF and bool(words) and words[0] in EVEN_IF and whole.known >= FAMILIAR


def _platform_named(context: Context, ids: tuple[str, ...], text: str) -> str | None:
    """The guide of the platform that a short answer to "which platform?" names: "I've only the whatsapp"."""
    named = platforms(text)
    alone = len(named) == 1 and ids == (named[0],) and len(text.split()) <= BRIEF
    return context.elsewhere(HOW, named[0]) if alone else None


def _grown_up(text: str) -> bool:
    """Whether it goes on to somebody of age: "and my mother?", "and my mum, she is 47"."""
    words = fold(text).split()
    person = next((place for place, word in enumerate(words) if word in GROWN_UP), None)
    if person is None or not 0 < person <= NEAR_BY or len(words) > BRIEF:
        return False
    if not set(words[:person]) <= FILLERS | LEAD_INS | THEIRS:
        return False
    ages = [int(word) for word in words if word.isdigit() and len(word) <= 3]
    return min(ages) >= OF_AGE if ages else person == len(words) - 1


def asks_whom(text: str) -> bool:
    """Whether it asks who takes complaints: "and if they ignore me, where do I complain?"."""
    words = set(fold(text).split())
    return bool(words & AUTHORITY_WORDS and words & WHERE)


def _erases(text: str) -> bool:
    """Whether it is "and can I delete it?", which names nothing else that could be deleted."""
    words = set(fold(text).split())
    return bool(words & ERASING) and words <= ERASING | ERASED
