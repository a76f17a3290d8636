"""How people shorten words in chats, in English and in Spanish, as tables; keys are folded, as `normalise.fold` leaves them."""

from typing import Final

EITHER: Final[dict[str, str]] = {
    # platforms
    **dict.fromkeys(("ig", "insta", "instagran", "instragram", "instagrm", "instgram", "intagram", "insta gram"), "instagram"),
    **dict.fromkeys(("fb", "feis", "feisbuk", "feisbuc", "facebok", "facebock", "fcebook", "facbook", "feisbook"), "facebook"),
    **dict.fromkeys(
        ("wa", "wsp", "wpp", "wp", "wzp", "wasap", "watsap", "guasap", "whatsap", "watsapp", "whasapp", "whattsapp", "wassap",
         "wap", "whats app", "wapp", "whassap", "whatssap", "guasa", "washap", "watsup", "whatapp"),
        "whatsapp",
    ),
    **dict.fromkeys(("msn", "msngr", "mesenger", "messanger", "mensenger", "mesanger", "fbm"), "messenger"),
    "yt": "youtube",
    "tt": "tiktok",
    "tik tok": "tiktok",
    "tw": "twitter",
    "chat gpt": "chatgpt",
    "gpt": "chatgpt",
    # things
    **dict.fromkeys(("dm", "dms", "md", "mds"), "dm"),
    "pic": "picture",
    "pics": "pictures",
    "vid": "video",
    "vids": "videos",
    "info": "information",
    "acc": "account",
    "acct": "account",
    "app": "app",
    "apps": "apps",
    "msg": "message",
    "msgs": "messages",
    "msj": "mensaje",
    "msjs": "mensajes",
    "mje": "mensaje",
    "mail": "email",
    "e mail": "email",
    "ok": "ok",
    "okey": "ok",
    "oki": "ok",
    "vale": "vale",
}

ENGLISH: Final[dict[str, str]] = {
    "u": "you", "ya": "you", "ur": "your", "yr": "your", "urs": "yours", "r": "are", "y": "why", "n": "and", "k": "ok",
    "m": "am", "im": "i am", "re": "are", "ve": "have", "ll": "will", "ive": "i have", "id": "id", "ill": "i will", "dont": "do not", "doesnt": "does not",
    "didnt": "did not", "cant": "can not", "cannot": "can not", "couldnt": "could not", "wont": "will not",
    "wouldnt": "would not", "shouldnt": "should not", "isnt": "is not", "arent": "are not", "wasnt": "was not",
    "havent": "have not", "hasnt": "has not", "whats": "what is", "wats": "what is", "wat": "what", "wut": "what",
    "wot": "what", "whos": "who is", "wheres": "where is", "hows": "how is", "whens": "when is", "thats": "that is",
    "theres": "there is", "heres": "here is", "its": "it is", "youre": "you are", "theyre": "they are", "theyve": "they have",
    "weve": "we have", "youve": "you have", "hes": "he is", "shes": "she is", "lets": "let us", "wanna": "want to",
    "gonna": "going to", "gotta": "have to", "gimme": "give me", "lemme": "let me", "dunno": "do not know", "kinda": "kind of",
    "pls": "please", "plz": "please", "plse": "please", "thx": "thanks", "tnx": "thanks", "tx": "thanks", "ty": "thank you",
    "tysm": "thank you", "thnx": "thanks", "cuz": "because", "coz": "because", "cos": "because", "bc": "because",
    "becuz": "because", "b4": "before", "2day": "today", "2moro": "tomorrow", "tmrw": "tomorrow", "4": "for", "2": "to",
    "abt": "about", "bout": "about", "w": "with", "wo": "without", "rn": "right now", "idk": "do not know", "tho": "though",
    "thru": "through", "ppl": "people", "sb": "somebody", "smth": "something", "sth": "something", "ppls": "people",
    "btw": "by the way", "afaik": "", "imo": "", "lol": "", "lmao": "", "omg": "", "wtf": "", "asap": "soon", "fyi": "",
    "nan": "grandmother", "nana": "grandmother", "gran": "grandmother", "granny": "grandmother", "gramps": "grandfather",
    "mum": "mother", "mom": "mother", "mam": "mother", "dad": "father", "bro": "brother", "hubby": "husband", "yo": "hey",
    "em": "them", "cud": "could", "shud": "should", "wud": "would", "hw": "how", "wen": "when", "wher": "where", "hav": "have",
    "dis": "this", "dat": "that", "da": "the", "nd": "and", "o": "or", "ai": "ai", "a i": "ai",
    "prob": "probably", "def": "definitely", "sry": "sorry", "soz": "sorry", "pw": "password", "pwd": "password",
    "hru": "how are you", "cya": "goodbye", "ttyl": "goodbye", "nite": "night", "gm": "good morning", "gn": "good night",
    "tos": "terms", "tnc": "terms", "t c": "terms",
}  # fmt: skip

SPANISH: Final[dict[str, str]] = {
    "q": "que", "k": "que", "ke": "que", "qe": "que", "xq": "por que", "pq": "por que", "porq": "por que", "xk": "por que",
    "pk": "por que", "porke": "por que", "xke": "por que", "xque": "por que", "porque": "por que", "x": "por", "xfa": "por favor",
    "xfavor": "por favor", "pf": "por favor", "plis": "por favor", "pls": "por favor", "plz": "por favor", "porfa": "por favor",
    "porfi": "por favor", "porfis": "por favor", "pfv": "por favor", "xfis": "por favor",
    "tb": "tambien", "tmb": "tambien", "tbn": "tambien", "tbm": "tambien", "tambn": "tambien", "tmbn": "tambien",
    "tp": "tampoco", "tmp": "tampoco", "d": "de", "m": "me", "t": "te", "s": "se", "n": "en", "l": "el", "c": "se", "kn": "con",
    "bn": "bien", "cn": "con", "sn": "sin", "pa": "para", "xa": "para", "pra": "para", "pal": "para el", "ta": "esta", "toy": "estoy",
    "dnd": "donde", "dond": "donde", "aki": "aqui", "qien": "quien", "kien": "quien", "qn": "quien", "kiero": "quiero",
    "qiero": "quiero", "kmo": "como", "cm": "como", "cmo": "como", "komo": "como", "km": "como", "cdo": "cuando", "cnd": "cuando",
    "cndo": "cuando", "qndo": "cuando", "kuando": "cuando", "cuand": "cuando", "qnd": "cuando", "cto": "cuanto",
    "hla": "hola", "ola": "hola", "ntp": "", "grax": "gracias", "grasias": "gracias", "gcs": "gracias", "grcs": "gracias",
    "salu2": "saludos", "msj": "mensaje", "msjs": "mensajes", "mjs": "mensajes", "dsd": "desde", "dps": "despues",
    "dsp": "despues", "ntonces": "entonces", "entoncs": "entonces", "tons": "entonces", "sta": "esta", "stan": "estan",
    "stoy": "estoy", "toi": "estoy", "ak": "aqui", "hcr": "hacer", "aser": "hacer", "aces": "haces", "ago": "hago", "asen": "hacen",
    "acer": "hacer", "hace": "hace", "boy": "voy", "bamos": "vamos", "nose": "no se", "nc": "no se", "ns": "no se",
    "mña": "mañana", "mñn": "mañana", "finde": "fin de semana", "tlf": "telefono", "tfno": "telefono", "tel": "telefono",
    "cel": "celular", "movil": "telefono", "celular": "telefono", "celu": "telefono", "compu": "ordenador", "pc": "ordenador",
    "face": "facebook", "fotito": "foto", "fotitos": "fotos", "pic": "foto", "pics": "fotos", "info": "informacion",
    "peque": "niño", "peques": "niños", "salud": "salud", "bss": "besos", "tkm": "", "jaja": "", "jajaja": "", "jeje": "",
    "wey": "", "guey": "", "tio": "", "bro": "", "che": "", "nd": "nada", "na": "nada", "to": "todo", "tds": "todos",
    "tod": "todo", "mxo": "mucho", "muxo": "mucho", "mazo": "mucho", "asta": "hasta", "ay": "hay", "ahi": "ahi", "alla": "alla",
    "haber": "a ver", "ia": "ia", "i a": "ia", "uds": "ustedes", "ud": "usted", "vd": "usted", "vds": "ustedes",
    "wasa": "whatsapp", "feis": "facebook", "insta": "instagram",
}  # fmt: skip

# Letters that people put for others; only tried where the result is a word that is known.
LEET: Final[dict[int, str]] = str.maketrans({"0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "8": "b", "9": "g"})
LEET_L: Final[dict[int, str]] = str.maketrans({"0": "o", "1": "l", "3": "e", "4": "a", "5": "s", "7": "t", "8": "b", "9": "g"})

# Dates are told apart from questions: the months, so that "27 May" and "27 de mayo" count as one number.
MONTHS: Final[frozenset[str]] = frozenset(
    """january february march april may june july august september october november december
    jan feb apr jun jul aug sep sept oct nov dec
    enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre""".split()
)
