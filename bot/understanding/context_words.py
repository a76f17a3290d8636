"""The words by which context is recognised: fillers, platforms, ordinals, refusals, authorities; folded."""

from collections.abc import Mapping
from types import MappingProxyType

from bot.knowledge.fold import fold
from bot.knowledge.model import Language, Platform

_FILLERS = """
    and on in about what how for the with at to is it of my then so but ok okay same also too please pls hey hi
    does apply do i there instead y en que pasa con lo de la el los las mismo vale pero tambien tb tmb ahora
    e por para a como es mi se cuenta app dime hago actually rather mean want meant no quiero mejor digo sino
    perdon sorry queria decir era wait hold espera vez equivoque
    perdona perdone disculpa disculpe ay uy oops whoops said say wanted meaning referia refiero
    equivocado equivocada confundi
"""
_INSTAGRAM = "instagram insta instaa ig instagran instgram insagram instagrm igram instagam instergram"
_FACEBOOK = "facebook face fb feisbuk facebok fcebook feis facbook faceboook fbook facebuk fasebook"
_WHATSAPP = "whatsapp wsp wpp wa whats whatsap wasap guasap watsap wassap wats wasa watsapp wotsapp"
_MESSENGER = "messenger msn mesenger messenguer"
_THREADS = "threads thread treads"
_ORDINALS = (
    "1 one first 1st uno una primero primera 1a 1o",
    "2 two second 2nd dos segundo segunda 2a 2o",
    "3 three third 3rd tres tercero tercera 3a 3o",
    "4 four fourth cuatro cuarto cuarta",
    "5 five fifth cinco quinto quinta",
)
_ARTICLES = "the el la lo option opcion number numero one please por favor that esa ese"
_COURTESY = """
    please pls plz plis porfa porfavor porfi xfa xfavor pf then entonces eh pues hey oye
    mate bro tio amigo perdone perdona disculpe disculpa hmm mmm ay uf oh great perfect perfecto
"""
_AUTHORITY = """
    authority authorities dpa regulator watchdog ombudsman complain complaint agency autoridad autoridades
    agencia regulador reclamar reclamo reclamacion queja quejo quejar quejarse quejarnos quejarme denunciar denuncio
    denuncia
"""
_SWITCHING = """
    wrong meant mean instead rather switch change swap sorry oops mistake shoot forget mixed need want first not nah
    equivoque equivocado equivocada era cambia cambiar cambiarme cambiame cambiemos mejor prefiero perdon perdona
    olvida vez primero quiero ocupo necesito pon ponme dame este esta guia pasos guide steps show
"""
# What tells that a step is done, and what tells that it is not, or that something is asked.
_DONE = """
    done did pressed clicked tapped hit typed wrote written filled sent submitted opened loaded entered ticked checked
    finished completed sorted managed gone through already logged signed ive weve
    ya hecho hice puse puesto escribi escrito mande mandado envie enviado di dado listo lista quedo pulse pulsado pulsar
    aprete apretado clique marcado marque rellene rellenado llene llenado cargo abri abierto abrio entre entrado estoy
    toy ando cumplido efectuado terminado termine resuelto acabado acabo completado completo superado
"""
_ASKED = """
    what which how why who when where whats do does can could should shall would will may is are was if not no dont
    doesnt didnt cant couldnt wont isnt but nothing never only though still lost stuck asks asking wants says error
    que cual cuales como por porque xq pq q cuando donde dnd quien cuanto si sin puedo puede pueden debo hay no ni pero
    nada nunca nadie tampoco usan cogen leen todavia aun perdido perdida perdidos pide piden pidio dice error
"""

FILLERS = frozenset(_FILLERS.split())
DONE, ASKED = frozenset(_DONE.split()), frozenset(_ASKED.split())
ONCE_MORE = frozenset(["again", "otra", "repite", "repiteme", "repetir", "repeat"])  # "otra vez"
LINKS = frozenset(["link", "enlace", "url", "vinculo", "liga"])  # in a guide, the one of its step
BACKWARD = frozenset(
    ["back", "before", "previous", "last", "anterior", "atras", "antes", "vuelve", "volver", "regresa"]
)
_RESUMING = """
    back continue resume carry return sigue sigo seguir sigamos seguimos continua continuar continuemos volver volvamos
    vuelve
"""
RESUMING = frozenset(_RESUMING.split())  # beside the name of the platform whose guide is open
SWITCHING = frozenset(_SWITCHING.split())  # beside the name of a platform while another one's guide is open
PLATFORM_WORDS: Mapping[str, Platform] = MappingProxyType(
    dict.fromkeys(_INSTAGRAM.split(), Platform.INSTAGRAM)
    | dict.fromkeys(_FACEBOOK.split(), Platform.FACEBOOK)
    | dict.fromkeys(_WHATSAPP.split(), Platform.WHATSAPP)
    | dict.fromkeys(_MESSENGER.split(), Platform.MESSENGER)
    | dict.fromkeys(_THREADS.split(), Platform.THREADS)
)
EVERYDAY = frozenset(["whats", "wats", "wa", "face", "thread", "treads"])  # words of their own, too
ORDINALS: Mapping[str, int] = MappingProxyType(
    {word: index for index, line in enumerate(_ORDINALS) for word in line.split()}
)
ARTICLES = frozenset(_ARTICLES.split())
LANGUAGE_WORDS: Mapping[str, Language] = MappingProxyType(
    {
        "english": "en",
        "ingles": "en",
        "eng": "en",
        "spanish": "es",
        "español": "es",
        "espanol": "es",
        "castellano": "es",
    }
)
_FAR = """
    argentina mexico méxico chile colombia peru perú uruguay paraguay bolivia venezuela ecuador panama cuba
    guatemala honduras salvador nicaragua dominicana brasil brazil canada india china japan japon australia
    turquia turkey rusia russia ukraine ucrania marruecos morocco serbia albania usa eeuu latinoamerica
    sudamerica america africa asia uk england scotland wales britain london inglaterra escocia gales londres
    switzerland suiza florida california texas miami unido unidos aires montevideo bogota medellin lima quito caracas
    monterrey cdmx toronto york zurich geneva ginebra istanbul estambul moscow moscu kyiv sydney dubai leeds manchester
    liverpool bristol birmingham glasgow edinburgh edimburgo cardiff belfast
"""

_ERASING = """
    delete erase wipe rid remove forget clear borrar borro borra borras borralo borrarlo borrarla borre borrelo borran
    borres eliminar elimino elimina eliminarlo eliminalo suprimir olvidar olvida
"""
_ERASED = """
    can could may i you we how do does is it that this them everything all of be please and then ok okay now later if
    thats possible want to would like se puede puedo puedes podria podrias como lo la los las eso esto todo y e por
    favor pues quiero que me ya entonces luego tu usted despues porfa a te tambien hago pa para pls get there right away
"""
ERASING, ERASED = frozenset(_ERASING.split()), frozenset(_ERASED.split())  # ... and what may stand around it
# Towns in the EU that people name instead of the country they live in.
_TOWNS = """
    madrid barcelona valencia sevilla malaga bilbao zaragoza murcia granada alicante cordoba vigo salamanca toledo
    cadiz gijon oviedo santander pamplona valladolid burgos leon tarragona girona lleida castellon almeria huelva jaen
    badajoz caceres albacete cuenca soria teruel segovia avila logroño tenerife mallorca ibiza canarias galicia asturias
    cataluña andalucia dublin cork galway limerick waterford sligo kerry berlin munich hamburg cologne frankfurt
    vienna viena paris lyon marseille brussels bruselas amsterdam rotterdam rome roma milan milano naples turin lisbon
    lisboa porto oporto athens atenas warsaw varsovia krakow prague praga budapest bucharest bucarest sofia stockholm
    copenhagen helsinki tallinn riga vilnius zagreb ljubljana malta nicosia luxembourg
"""
_LIVES = """
    vivo vive viven vivimos resido reside estudio trabajo estoy esta mudo mudarme sigue sigo live lives living based
    moved moving reside resides studying working stay staying
"""
_GROWN_UP = """
    madre padre padres mama papa mami papi vieja viejo viejos abuela abuelo abuelos marido esposa mujer
    mother father parents mum mom mam dad mammy daddy nan gran granny grandad grandmother grandfather wife husband
"""
_COMPANIES = """
    chatgpt openai gemini google copilot microsoft claude anthropic grok twitter tiktok linkedin snapchat pinterest
    reddit youtube telegram signal deepseek alexa siri amazon apple perplexity mastodon bluesky
"""
ABOUT_HOME = frozenset(["with", "con", "but", "pero", "and", "y", "born", "passport", "pasaporte"])  # no longer where
TOWNS, LIVES, COMPANIES = frozenset(map(fold, _TOWNS.split())), frozenset(_LIVES.split()), frozenset(_COMPANIES.split())
GROWN_UP = frozenset(fold(word) for word in _GROWN_UP.split())
THERE = frozenset(["there", "ahi", "alli", "alla"])
FAR = frozenset(fold(word) for word in _FAR.split())  # places outside the EU and the EEA
OBJECTING = frozenset({"object", "objecting", "opongo", "oponerme", "oponer", "opt", "out", "optout", "me"})
COURTESY = frozenset(_COURTESY.split())  # around a follow-up they change nothing
ASKING = (
    "could you please ", "could you ", "can you please ", "can you ", "would you ", "will you ",
    "me podrias ", "podrias ", "me puedes ", "puedes ",
    "me podria ", "podria ", "me puede ", "puede ", "quieres ", "quiero que me ",
)  # fmt: skip
EVEN_IF = frozenset(["aunque", "aunq", "aun", "even", "ni"])  # what follows leans on what was just said
LEAD_INS = frozenset(
    {
        "right",
        "well",
        "bueno",
        "and",
        "y",
        "e",
        "but",
        "pero",
        "ok",
        "vale",
        "so",
        "then",
        "entonces",
        "oye",
        "hey",
        "ah",
        "ya",
    }
)
GOING_ON = frozenset({"even", "also", "tambien", "aunque", "incluso"})  # besides the openings
_PHONE = "app aplicacion movil telefono celular cel cell phone mobile iphone ipad android samsung tablet tableta"
_COMPUTER = "computer pc laptop desktop ordenador computadora compu portatil web"
_SOCIAL = "gracias thanks thank you thx muchas mil many very much so hola hello hi buenas tardes dias"
_LIVING = "i im live in from am and soy de vivo en y estoy resido e a we are what about para for"
# Words by which people name a device: each stands for what an option may call it.
DEVICES: Mapping[str, str] = MappingProxyType(
    dict.fromkeys(_PHONE.split(), "app") | dict.fromkeys(_COMPUTER.split(), "computer")
)
_CHOOSING = """
    i ill id use using prefer rather would like take choose choice with by from on in via my the a an please it one
    uso usar prefiero quiero elijo escojo tomo tengo por con desde el la lo los las de del en mi un una esa ese eso me
    way camino forma manera mejor better nah no just solo vamos lets go am have got its es estoy utilizo
"""
CHOOSING = frozenset(_CHOOSING.split())  # around the name of what is chosen
SOCIAL = frozenset(_SOCIAL.split())  # politeness beside what is said
LAST = frozenset({"last", "ultimo", "ultima"})
LIVING = frozenset(_LIVING.split())  # around the name of a country
WHERE = frozenset(["where", "who", "whom", "donde", "quien", "quienes"])
AUTHORITY_WORDS = frozenset(_AUTHORITY.split())
