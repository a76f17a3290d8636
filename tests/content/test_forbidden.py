"""The forbidden wordings catch what must never be said, and let careful wordings pass."""

from collections.abc import Mapping

import pytest

from bot.knowledge.forbidden import Wording, said, wordings
from bot.knowledge.model import LANGUAGES
from bot.knowledge.yamlfile import Problems

NEVER = {
    "future-start": [
        "The training will start on 27 May 2025.",
        "Meta will begin to use your posts soon.",
        "Training of the models starts on 27 May.",
        "El entrenamiento comenzará el 27 de mayo.",
        "Meta empezará a usar tus publicaciones.",
        "Meta va a comenzar a entrenar su IA.",
    ],
    "too-late": [
        "The deadline has passed, so you cannot object.",
        "It is too late.",
        "You can no longer object.",
        "El plazo ha terminado y no puedes oponerte.",
        "Ya es tarde para oponerse.",
        "Ya no puedes oponerte.",
    ],
    "all-your-photos": [
        "Meta uses all your photos.",
        "Meta takes everything you post.",
        "Meta usa todas tus fotos.",
        "Meta recoge todo lo que publicas.",
    ],
    "emotion-recognition": [
        "The pictures serve to recognise people, places and emotions.",
        "Meta uses it for emotion recognition.",
        "Las fotos sirven para reconocer personas, lugares y emociones.",
        "Meta lo usa para predecir tu comportamiento.",
    ],
    "consent-by-silence": [
        "Your silence means that you accept.",
        "If you do nothing you agree.",
        "Si no te opones aceptas el uso.",
        "Con tu silencio aceptas.",
    ],
    "citizen8-without-caveat": ["Use Citizen8, it is easy.", "Lo mejor es Citizen8."],
    "only-eu-adults": [
        "It concerns exclusively adult users in the EU.",
        "Solo afecta a personas de la UE.",
        "Se usan exclusivamente datos de usuarios adultos, exclusivamente adultos.",
    ],
    "meta-has-respected": [
        "Meta has respected the objections.",
        "Meta ha respetado las oposiciones.",
        "Meta garantiza que no los usa.",
    ],
    "all-children-safe": ["Children are safe.", "Los menores están a salvo."],
    "private-messages-read": ["Meta reads your private messages.", "Meta lee tus mensajes privados."],
    "approved": [
        "The training was approved by the Irish authority.",
        "El entrenamiento es completamente legal.",
        "It is illegal.",
    ],
    "aepd-decision": ["The AEPD has fined Meta for this training.", "La AEPD ha prohibido este entrenamiento."],
}
FINE = [
    "It started on 27 May 2025 and goes on.",
    "Empezó el 27 de mayo de 2025 y sigue en marcha.",
    "No, it is not too late.",
    "No, no es tarde: puedes oponerte hoy.",
    "Meta uses public posts of adults, old ones too.",
    "Everything you have posted in public can be included.",
    "Todo lo que publicas en abierto puede entrar, si es público.",
    "We found no statement by Meta that this serves for emotion recognition.",
    "No hemos encontrado ninguna declaración de Meta sobre reconocer emociones.",
    "Critics say that silence is taken as consent.",
    "Meta's own form first; a service such as Citizen8 is at most a second way.",
    "According to Meta, accounts of under-18s are left out.",
    "Según Meta, quedan fuera los mensajes privados.",
    "It is not forbidden, but not finally settled either.",
    "No encontramos ninguna decisión de la AEPD sobre este entrenamiento.",
]


def caught(files: Mapping[str, str], sentence: str) -> set[str]:
    problems = Problems()
    found = {rule.id for rule in wordings(files, problems) if not rule.warning and _speaks(rule, sentence)}
    assert not problems.found
    return found


def _speaks(rule: Wording, sentence: str) -> bool:
    return any(said(rule, sentence, language) for language in LANGUAGES)


@pytest.mark.parametrize("rule", NEVER)
def test_what_must_never_be_said_is_caught(files: Mapping[str, str], rule: str) -> None:
    for sentence in NEVER[rule]:
        assert rule in caught(files, sentence), sentence


def test_careful_wordings_pass(files: Mapping[str, str]) -> None:
    assert not [(sentence, rules) for sentence in FINE if (rules := caught(files, sentence))]


def test_every_rule_that_makes_an_error_is_tried_here(files: Mapping[str, str]) -> None:
    assert {rule.id for rule in wordings(files, Problems()) if not rule.warning} == set(NEVER)


def test_every_rule_says_why_and_what_instead(files: Mapping[str, str]) -> None:
    for rule in wordings(files, Problems()):
        assert not rule.why.endswith(".")
        assert not rule.instead.endswith(".")
        assert any(rule.phrases)
