"""Light stems for English and Spanish: endings that change a word's form, never its meaning.

A wrong stem is harmless as long as it is stable: training and questions go through the same rules.
"""

from functools import lru_cache
from typing import Final

_IRREGULAR: Final[dict[str, str]] = {
    form: base.strip()
    for base, _, forms in (
        entry.partition(":")
        for entry in """
be: am is are was were been being; haber: ha hemos han habia habian hay haya hayan habra;
have: had having; do: does did done doing; go: goes went gone going; get: gets got gotten getting;
make: makes made making; take: takes took taken taking; give: gives gave given giving; say: says said saying;
tell: tells told telling; see: sees saw seen seeing; know: knows knew known knowing;
think: thinks thought thinking; find: finds found finding; come: comes came coming; buy: buys bought buying;
pay: pays paid paying; send: sends sent sending; lose: loses lost losing; leave: leaves left leaving;
write: writes wrote written writing; read: reads reading; speak: speaks spoke spoken speaking;
steal: steals stole stolen stealing; keep: keeps kept keeping; feel: feels felt feeling;
mean: means meant meaning; begin: begins began begun beginning; break: breaks broke broken breaking;
eat: eats ate eaten eating; drive: drives drove driven driving; forget: forgets forgot forgotten forgetting;
child: children; person: people persons; man: men; woman: women; teach: teaches taught teaching;
use: used uses using; usar: uso usas usa usan usado usando usaron; oposicion: oposiciones;
spend: spends spent spending; sell: sells sold selling; hear: hears heard hearing;
choose: chooses chose chosen choosing; withdraw: withdraws withdrew withdrawn withdrawing;
ser: soy eres es somos son era eran fue fueron sido sea sean seria;
ir: voy vas va vamos van iba iban vaya vayan ido;
estar: estoy estas esta estamos estan estaba estaban esten estado;
tener: tengo tienes tiene tenemos tienen tenia tuvo tenga tengan;
hacer: hago haces hace hacemos hacen hice hizo hecho hacia haga hagan haciendo;
poder: puedo puedes puede podemos pueden pude pudo podia podria podrian pueda puedan;
querer: quiero quieres quiere queremos quieren quise queria quiera quieran quisiera;
decir: digo dices dice decimos dicen dije dijo dicho diga digan dime diciendo;
saber: sabes sabe sabemos saben supe sabia sepa; ver: veo ves ve vemos ven vi vio visto vea vean viendo;
dar: doy das da damos dan di dio dado den dando; deber: debo debes debe debemos deben debia deberia;
poner: pongo pones pone ponen puse puso puesto ponga pongan;
oponer: opongo opones opone oponen opuse opuso opuesto oponga oponerme oponerse oponerte oponernos opondre;
venir: vengo vienes viene vienen vino venido; salir: salgo sales sale salen salio salido;
pedir: pido pides pide piden pidio pedido; seguir: sigo sigues sigue siguen siguio seguido;
leer: leo lees lee leen leyo leido leyendo; negar: niego niegas niega niegan negue nego negado negarme;
empezar: empiezo empieza empiezan empezo empezado; cerrar: cierro cierra cierran cerre cerro cerrado;
perder: pierdo pierdes pierde pierden perdi perdio perdido;
encontrar: encuentro encuentras encuentra encuentran; mostrar: muestro muestra muestran;
entender: entiendo entiendes entiende entienden
""".replace("\n", " ").split(";")
    )
    for form in forms.split()
}

_VOWELS: Final = frozenset("aeiou")

# Endings in the order of trial, as `ending>instead/least`: `least` letters must remain before it.
_RULES: Final = """
amientos/4 imientos/4 amiento/4 imiento/4 aciones/3 iciones/3 andome/3 iendome/3 andolo/3 izations>iz/3
ization>iz/3 uciones>u/3 ciones/4 siones>s/3 iendo/3 ieron/3 aron/3 ando/3 acion/3 icion/3 cion/4 sion>s/3
ations/4 ation/4 mente/4 arian/3 erian/3 amos/3 emos/3 imos/3 aban/3 adas/3 ados/3 idas/3 idos/3 arme/3 arte/4
arse/3 arlo/3 arla/3 arlos/3 arlas/3 arnos/3 erme/3 erse/3 erlo/3 irme/3 irse/3 irlo/3 aria/4 eria/4 ings/3 ions/4
ion/4 ness/3 ment/4 ments/4 able/4 ables/4 ible/4 ing/3 ies>y/2 ied>y/2 aba/3 ada/3 ado/3 ida/3 ido/3 ara/4 aran/3
are/4 ers/4 er/4 ir/4 ar/3 ly/4 ed/3 es/3 as/3 os/3 an/4 en/4 s/3 a/3 o/3 e/3 i/4 y/4
"""


def _ending(rule: str) -> tuple[str, str, int]:
    change, _, least = rule.partition("/")
    ending, _, instead = change.partition(">")
    return ending, instead, int(least)


_ENDINGS: Final[dict[str, list[tuple[str, str, int]]]] = {}  # by their last letter, each in the order of trial
for _rule in map(_ending, _RULES.split()):
    _ENDINGS.setdefault(_rule[0][-1], []).append(_rule)


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The stem of a folded word; short words and numbers stay."""
    word = _IRREGULAR.get(word, word)
    if len(word) <= 3 or not word.isalpha():
        return word
    for ending, instead, least in _ENDINGS.get(word[-1], ()):
        if word.endswith(ending) and len(word) - len(ending) >= least:
            word = word[: -len(ending)] + instead
            break
    if len(word) > 4 and word[-1] in "aeo":
        word = word[:-1]
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in _VOWELS and word[-1] not in "ls":
        word = word[:-1]
    return word
