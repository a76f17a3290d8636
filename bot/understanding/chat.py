"""How people shorten words in chats, in English and in Spanish, as tables of `long form: what people type; ...`.

Keys are folded, as `normalise.fold` leaves them; `_` joins words, `-` stands for nothing.
"""

from typing import Final


def _table(text: str) -> dict[str, str]:
    """What people type, each with its long form."""
    found: dict[str, str] = {}
    for entry in text.replace("\n", " ").split(";"):
        long, _, short = entry.partition(":")
        found |= dict.fromkeys(short.replace("-", " ").split(), long.strip(" -"))
    return {short.replace("_", " "): long for short, long in found.items()}


EITHER: Final = _table("""
instagram: ig insta instagran instragram instagrm instgram intagram insta_gram;
facebook: fb feis feisbuk feisbuc facebok facebock fcebook facbook feisbook facebuk fasebook feisbu feibu facebbok
  faceboook facebookk fesbuk feisbok;
whatsapp: wa wsp wpp wp wzp wasap watsap guasap whatsap watsapp whasapp whattsapp wassap wap whats_app wapp
  whassap whatssap guasa washap guatsap guatsapp guasapp whatsup wasapp wats_app watssap uasap wattsapp wassapp
  whasap watshap watsup whatapp;
messenger: msn msngr msgr mssngr mesenger messanger mensenger mesanger mesenyer mesinger mesenjer mensager mesager fbm;
threads: treds tred thread treads threds zreds; youtube: yt; tiktok: tt tik_tok; twitter: tw;
chatgpt: chat_gpt gpt; dm: dms md mds; picture: pic; pictures: pics; video: vid; videos: vids;
information: info; account: acc acct; message: msg; messages: msgs; mensaje: msj mje; mensajes: msjs;
email: mail e_mail; ok: okey oki
""")

ENGLISH: Final = _table("""
you: u ya; your: ur yr; yours: urs; are: r re; why: y; and: n nd; ok: k; am: m; i am: im; have: ve hav;
will: ll; i have: ive; i will: ill; do not: dont; does not: doesnt; did not: didnt; can not: cant cannot;
could not: couldnt; will not: wont; would not: wouldnt; should not: shouldnt; is not: isnt; are not: arent;
was not: wasnt; have not: havent; has not: hasnt; what is: whats wats; what: wat wut wot; who is: whos;
where is: wheres; how is: hows; when is: whens; that is: thats; there is: theres; here is: heres; it is: its;
you are: youre; they are: theyre; they have: theyve; we have: weve; you have: youve; he is: hes; she is: shes;
let us: lets; want to: wanna; going to: gonna; have to: gotta; give me: gimme; let me: lemme;
do not know: dunno idk; kind of: kinda; please: pls plz plse; thanks: thx tnx tx thnx; thank you: ty tysm;
because: cuz coz cos bc becuz; before: b4; today: 2day; tomorrow: 2moro tmrw; for: 4; to: 2; about: abt bout;
with: w; without: wo; right now: rn; though: tho; through: thru; people: ppl ppls; somebody: sb;
something: smth sth; by the way: btw; -: afaik imo lol lmao omg wtf fyi; soon: asap;
grandmother: nan nana gran granny; grandfather: gramps; mother: mum mom mam; father: dad; brother: bro;
husband: hubby; hey: yo; them: em; could: cud; should: shud; would: wud; how: hw; when: wen; where: wher;
this: dis; that: dat; the: da; or: o; ai: a_i; probably: prob; definitely: def; sorry: sry soz;
password: pw pwd; how are you: hru; goodbye: cya ttyl; night: nite; good morning: gm; good night: gn;
terms: tos tnc t_c
""")

SPANISH: Final = _table("""
que: q k ke qe; por que: xq pq porq xk pk porke xke xque porque; por: x;
por favor: xfa xfavor pf plis pls plz porfa porfi porfis pfv xfis; tambien: tb tmb tbn tbm tambn tmbn;
tampoco: tp tmp; de: d; me: m; te: t; se: s c; en: n; el: l; con: kn cn; bien: bn; sin: sn; para: pa xa pra;
para el: pal; esta: ta sta; estoy: toy stoy toi; donde: dnd dond; aqui: aki ak; quien: qien kien qn;
quiero: kiero qiero; como: kmo cm cmo komo km; cuando: cdo cnd cndo qndo kuando cuand qnd; cuanto: cto;
hola: hla ola; -: ntp tkm jaja jajaja jeje wey guey tio bro che; gracias: grax grasias gcs grcs;
saludos: salu2; mensaje: msj; mensajes: msjs mjs; desde: dsd; despues: dps dsp; entonces: ntonces entoncs tons;
estan: stan; hacer: hcr aser acer; haces: aces; hago: ago; hacen: asen; voy: boy; vamos: bamos;
no se: nose nc ns; mañana: mña mñn; fin de semana: finde; telefono: tlf tfno tel movil celular celu;
celular: cel; ordenador: compu pc; facebook: face feis; foto: fotito pic; fotos: fotitos pics;
informacion: info; niño: peque; niños: peques; besos: bss; nada: nd na; todo: to tod; todos: tds;
mucho: mxo muxo mazo; hasta: asta; hay: ay; a ver: haber; ia: i_a; ustedes: uds vds; usted: ud vd;
whatsapp: wasa; instagram: insta
""")

# Letters that people put for others; only tried where the result is a word that is known.
LEET: Final = str.maketrans("01345789", "oieastbg")
LEET_L: Final = str.maketrans("01345789", "oleastbg")

_MONTHS: Final = """
january february march april may june july august september october november december
jan feb apr jun jul aug sep sept oct nov dec
enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre
"""
MONTHS: Final = frozenset(_MONTHS.split())  # so that "27 May" and "27 de mayo" count as one number
