"""Frequent words of the languages that people write in, folded, most telling first; `language.detect` weighs them, nothing else reads them."""

from typing import Final

# Words that a language shares with another one are listed under both: they then tell nothing, as it should be.
WORDS: Final[dict[str, str]] = {
    "en": """
the to of and a in is it you that he was for on are with as i his they be at one have this from or had by not but
what all were we when your can said there use an each which she do how their if will up other about out many then
them these so some her would make like him into time has look two more write go see no way could people my than
first been call who its now find long down day did get come made may part any hi hello hey bye goodbye thanks thank
please why where does doesn dont doesnt didnt cant wont isnt arent im ive id ill youre theyre whats hows whos wheres
thats me mine yours ours us our she's gonna wanna gotta should must might shall yes yeah yep nope nah ok okay good
bad great help want need know think tell show give take stop start keep still already never always ever again just
only also too very really much right wrong old new kids kid child children son daughter mum mom dad father mother
brother sister wife husband friend friends grandma nan account accounts photo photos picture pictures pics post
posts video videos data private privacy message messages phone email letter law legal illegal free training train
trained learn object objection objecting opt refuse refused reject rejected deleted delete remove hide profile
public page pages group groups story stories comment comments reels status settings setting form link step steps app
apps later before after today tomorrow yesterday year years month months week late soon off turn switch happen
happens happened work works worked doing done using used uses allowed allow anything something nothing everything
someone anyone everyone nobody because without while until between under over around through here both same
different last next read reading seen send sent wrote written answer question questions ask asked asking say says
whom whose whether though yet even else instead against company business steal stole stealing spy spying listen
listening consent permission country europe european english spanish language speak talk human person robot bot
machine real fake sure cool nice morning night afternoon evening welcome wtf lol omg pls plz thx weather joke buy
sell pay money price cheap job school car food dinner love hate life world game music news password login log locked
hacked ads ad advert adverts stolen forgot change name number cannot couldn won't u ur r y'all bro mate whichever
whole less least most enough few own worry worried scared afraid happy angry sorry mean means meaning explain
understand short shorter longer simple simply easy hard difficult quick quickly fast slow back forward continue skip
repeat cancel let lets makes making got getting gets given gave goes going gone went coming came leave left lose
lost live lives living born dead die died death age adult minor teenager underage complain complaint regulator court
judge
""",
    "es": """
de la que el en y a los se del las un por con no una su para es al lo como mas o pero sus le ha me si sin sobre este
ya entre cuando todo esta ser son dos tambien fue habia era muy años anos hasta desde eso mi porque solo han yo hay
vez puede todos asi nos ni parte tiene uno donde bien tiempo mismo ese ahora cada e vida otro despues te otros
aunque esa hace otra gobierno tan durante siempre dia tanto ella tres sido gran pais segun menos hola buenas buenos
dias tardes noches adios chao chau gracias porfa porfavor favor quiero quieres quiere puedo puedes pueden podemos
hago haces hacen hacer cual cuales quien quienes cuanto cuantos cuanta adonde pq xq q k ke tb tmb estoy estas estan
estamos soy eres somos tengo tienes tienen tenemos necesito saber sabes sabe dime decir dice dicen digo cuenta
cuentas foto fotos mensaje mensajes datos privado privada privados privadas publico publica publicos publicas
publicaciones publicacion video videos historia historias perfil pagina paginas grupo grupos comentario comentarios
correo carta formulario enlace paso pasos telefono movil celular aplicacion ley legal ilegal gratis entrenar entrena
entrenan entrenamiento aprender usar usan usa uso usado oponer oponerme oponerse opongo objetar objecion oposicion
negar negarme rechazar rechazo rechazaron borrar borro borrado eliminar elimino quitar ocultar desactivar apagar
activar cerrar hijo hija hijos hijas niño niña niños niñas nino nina menor menores madre padre mama papa abuela
abuelo hermano hermana amigo amigos amiga marido mujer tarde antes luego hoy mañana manana ayer mes meses semana
semanas año ano nunca todavia aun algo nada alguien nadie mucho mucha muchos muchas poco bueno buena malo mala mejor
peor mis tus mio mia mios mias tuyo suyo nuestro nuestra nuestros esto estos esos aquel aqui ahi alla alli pues
entonces vale venga claro ok okey oye mira vamos voy va vas van ir fui ido viene venir decirme ayuda ayudame ayudar
explicame explica explicar entiendo entender entendi corto largo facil dificil rapido lento seguir siguiente atras
volver empezar terminar listo hecho hice hizo pasa pasar ocurre sucede funciona funciono sirve sirvio ven veo ver
vio visto leer lee leen leo leido escribir escribo escribi mandar mande mandaron enviar envio envie enviado
responder respondio respuesta pregunta preguntas preguntar idioma ingles español espanol castellano europa europeo
europea union persona humano robot maquina real falso empresa empresas robar roban robo espiar espian espia escuchar
escuchan miedo preocupa preocupado preocupada enfadado triste feliz siento perdon consentimiento permiso derecho
derechos obligatorio obligado tribunal juez queja reclamar reclamacion denunciar denuncia multa contraseña
contrasena clave entrar salir sesion anuncios anuncio publicidad cambiar cambio nombre numero viejo viejos vieja
antiguo antiguas antiguos nuevo nueva primero ultimo ultima casa trabajo dinero comprar vender pagar precio barato
coche comida amor odio mundo juego musica noticias clima chiste cuentame sino mientras contra hacia bajo ante tras
mediante salvo excepto ia inteligencia artificial esten sea sean fuera fuese haya hayan hubiera podria podrian
deberia debo debe deben quisiera gustaria les os tu usted ustedes vosotros ellos ellas nosotros nosotras ello
conmigo contigo acaso quizas quiza tal alguna alguno algunos ninguna ninguno cualquier cualquiera demas ambos cosa
cosas gente forma manera modo lado lugar sitio verdad mentira cierto cierta seguro segura posible imposible imagenes
imagen textos texto redes red sociales social usuario usuarios europeos vivo vives vive muerto murio fallecido edad
adulto adultos mayor mayores chico chica peque tio tia primo vecino jefe profe colegio escuela universidad
""",
    "pt": """
nao voce voces uma umas um uns os as do da dos das no na nos nas em com por pelo pela pelos pelas mais mas muito
muita tambem ja so isso isto esse essa este esta eu meu minha meus minhas seu sua seus suas ele ela eles elas que
quem qual quais quando onde como porque porquê quero quer posso pode podem fazer faz faco tenho tem temos estou
estao foi sao ser ate depois antes sem sobre entre ainda agora hoje ontem amanha ola oi bom dia boa tarde noite
obrigado obrigada favor conta fotos mensagens mensagem dados privadas publicacoes usar usam foto opor me recusar
apagar excluir filhos filha filho mae pai avo sim nada tudo algo alguem ninguem ajuda ajudar preciso saber gostaria
treinar inteligencia artificial direito europeia portugues brasil aqui ali la entao assim porém embora vou vai vao
indo estar ficar coisa pessoas desligar desativar fazem usado usados dizer diz disse idade criancas crianca ler leem
conversas
""",
    "ca": """
els les del dels pel pels amb per que es no si mes pero tambe ja nomes aixo aquest aquesta aquests aquestes aquell
meu meva meus meves teu teva seu seva nostre nostra jo tu ell ella nosaltres vosaltres ells qui quin quina quins
quan on com perque vull vols puc pots pot poden fer faig fa tinc te tenim tenen estic esta som soc ets son ser fins
despres abans sense sobre entre encara ara avui ahir dema hola bon dia bona tarda nit adeu gracies merces sisplau us
plau compte fotos missatges missatge dades privats publicacions servir utilitzar fan oposar me negar esborrar
eliminar fills filla fill mare pare avia avi res tot algu ningu ajuda ajudar necessito saber voldria entrenar
intel·ligencia artificial dret europea catala aqui alla llavors aixi doncs vaig anar va van hi ha he has han cal
molt molta molts massa poc dins desactivar treure llegir llegeixen uns unes una un al als de la el en o i a
""",
    "gl": """
non unha unhas os as do da dos das no na nos nas en con por polo pola mais pero moi moito moita tamen xa so iso isto
ese esa este esta eu meu miña meus miñas seu sua seus suas el ela eles elas que quen cal cales cando onde como
porque quero queres podo podes pode poden facer fago fai teño ten temos teñen estou estan foi son ser ata despois
antes sen sobre entre ainda agora hoxe onte maña ola bo dia bos dias boas tardes noites grazas adeus favor conta
fotos mensaxes mensaxe datos privadas publicacions usar usan opoñerme negar borrar eliminar fillos filla fillo nai
pai avoa si nada todo algo alguen ninguen axuda axudar preciso saber gustariame adestrar intelixencia artificial
dereito europea galego aqui ali enton asi xente cousa cousas ler len hai vou vai van teñan dunha desta destas
""",
    "fr": """
le la les des du de et un une en que qui quoi est dans ce cette ces pas ne pour par plus sur au aux avec sans sous
je tu il elle on nous vous ils elles mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs mais ou donc
car si comme quand comment pourquoi combien quel quelle quels quelles veux veut voudrais peux peut pouvez faire fais
fait suis es etes sont etre avoir ai as avez ont etait bonjour salut bonsoir merci beaucoup svp s'il te plait revoir
oui non compte comptes photos photo messages donnees privees prives publications utiliser utilise utilisent refuser
opposer m'opposer supprimer effacer enfants enfant fille fils mere pere grand rien tout quelque chose quelqu'un
personne aide aider besoin savoir entrainer intelligence artificielle droit europeenne francais ici la-bas alors
ainsi encore maintenant aujourd'hui hier demain toujours jamais aussi tres bien mal trop peu c'est j'ai qu'est-ce
cest jai quest lire lisent desactiver
""",
    "it": """
il lo la i gli le di del della dei degli delle da dal dalla in nel nella con su sul sulla per tra fra e un uno una
che chi cosa non si piu ma anche gia solo questo questa questi queste quello quella io tu lui lei noi voi loro mio
mia miei mie tuo tua suo sua nostro nostra quando dove come perche quale quali quanto voglio vuoi vuole posso puoi
puo possono fare faccio fa fanno ho hai ha abbiamo hanno sono sei siamo siete essere avere stato fino dopo prima
senza sopra ancora adesso ora oggi ieri domani ciao buongiorno buonasera salve grazie prego favore arrivederci
account foto messaggi messaggio dati privati pubblicazioni post usare usano usa oppormi rifiutare cancellare
eliminare figli figlia figlio madre padre nonna nonno niente tutto qualcosa qualcuno nessuno aiuto aiutare bisogno
sapere vorrei addestrare intelligenza artificiale diritto europea italiano qui li allora cosi molto molta troppo
poco sempre mai bene male no leggere leggono conto disattivare togliere perché cos'e
""",
    "de": """
der die das den dem des ein eine einen einem einer und oder aber nicht kein keine ist sind war bin bist sein haben
habe hat hast wird werden wurde kann kannst konnen koennen muss mussen will willst wollen ich du er sie es wir ihr
mich mir dich dir uns euch mein meine meinen meiner dein deine unser wer was wann wo wie warum wieso weshalb welche
welcher welches wieviel mit ohne von vom zu zum zur auf aus bei nach vor uber unter durch fur fuer gegen um an am im
in auch noch schon nur sehr mehr immer nie jetzt heute gestern morgen hallo guten tag abend danke bitte tschuss ja
nein konto fotos bilder nachrichten daten private offentlich beitrage verwenden verwendet nutzen nutzt widersprechen
widerspruch ablehnen loschen kinder kind tochter sohn mutter vater oma opa nichts alles etwas jemand niemand hilfe
helfen brauche wissen mochte trainieren kunstliche intelligenz ki recht europaisch deutsch hier dort dann so wenn
weil dass ob als doch mal geht gibt machen mache macht tun lesen liest abschalten ausschalten deaktivieren kostenlos
""",
    "nl": """
de het een en van in op te dat die is niet met voor zijn aan er om ook als dan maar bij nog uit naar over door onder
tegen zonder ik jij je hij zij ze wij we jullie mij mijn jouw haar hun ons onze wie wat wanneer waar hoe waarom
welke hoeveel kan kun kunnen wil wilt willen moet moeten heb hebt heeft hebben ben bent was waren wordt worden zal
zou doen doe doet gaan gaat gebruiken gebruikt hallo hoi goedemorgen goedenavond dank bedankt alsjeblieft dag ja nee
account foto's fotos berichten bericht gegevens prive openbaar bezwaar maken weigeren verwijderen kinderen kind
dochter zoon moeder vader oma opa niets alles iets iemand niemand hulp helpen nodig weten graag trainen kunstmatige
intelligentie recht europese nederlands hier daar toen zo want omdat of heel veel meer altijd nooit nu vandaag
gisteren morgen uitzetten uitschakelen lezen leest geen deze dit stoppen gratis
""",
    "pl": """
nie tak to jest sie na w z do i o a ze jak co kto gdzie kiedy dlaczego czemu czy po za od dla przez przed bez ale
lub albo juz jeszcze tylko bardzo moj moja moje moich moim twoj jego jej nasz ich ja ty on ona my wy oni mnie mi
ciebie tobie nas was moge mozesz moze mozna chce chcesz mam masz ma mamy maja jestem jestes sa byc byl byla bedzie
robic robi zrobic uzywac uzywa czesc dzien dobry dobranoc dziekuje dzieki prosze widzenia konto konta zdjecia zdjec
wiadomosci dane danych prywatne publiczne posty sprzeciw sprzeciwic odmowic usunac usun dzieci dziecko corka syn
matka ojciec babcia nic wszystko cos ktos nikt pomoc pomocy potrzebuje wiedziec trenowac sztuczna sztucznej
inteligencja inteligencji prawo europejska polski polsku tutaj tam wtedy teraz dzis wczoraj jutro zawsze nigdy
wylaczyc czytac czyta
""",
    "ro": """
nu da si este sunt e un o la de in pe cu din pentru care ce cum cine unde cand mai dar sau daca doar foarte meu mea
mei mele tau ta sa lui ei noi voi eu tu el ea ma te se imi iti il ii am ai are avem au fi fost pot poti poate putem
vreau vrei vrea fac face facem folosesc foloseste folosi salut buna ziua seara noapte multumesc mersi va rog
revedere cont contul conturi poze pozele mesaje mesajele date datele private publice postari opun refuz sterge sterg
copii copil fiica fiul mama tata bunica nimic tot ceva cineva nimeni ajutor ajuta nevoie stiu sti antrena
inteligenta artificiala drept european romana aici acolo atunci asa acum azi ieri maine mereu niciodata opri citeste
citesc fara despre dupa inainte intre prin fotografiile
""",
    "sv": """
och att det som en ett pa ar av for med den till inte om har jag du han hon vi ni de mig dig min mitt mina din vad
vem var nar hur varfor kan vill maste fran eller men sa ocksa bara mycket mer hej tack snalla ja nej konto bilder
meddelanden data privata anvander invanda neka ta bort barn hjalp inget allt nagot ingen svenska inlagg ska skulle
blir blev vara varit
""",
    "da": """
og at det som en et pa er af for med den til ikke om har jeg du han hun vi i de mig dig min mit mine din hvad hvem
hvor hvornar hvordan hvorfor kan vil skal fra eller men sa ogsa kun meget mere hej tak venligst ja nej konto
billeder beskeder data private bruger indsigelse slette born hjaelp intet alt noget ingen dansk opslag ville blive
vaere vaeret norsk hva bilder
""",
    "cs": """
ne ano je to se na v z do a o ze jak co kdo kde kdy proc nebo ale uz jeste jen velmi muj moje moji tvuj jeho jeji
nas ja ty on ona my vy oni me mi tebe muzu mohu muzes muze chci chces mam mas ma mame jsem jsi jsou byt byl bude
delat ahoj dobry den dekuji diky prosim ucet fotky zpravy data soukrome prispevky smazat deti pomoc nic vse neco
nikdo cesky pouziva vypnout
""",
    "hu": """
nem igen hogy es az egy a van volt lesz meg de ha mert vagy csak mar mint ez ki mi hol mikor miert mit en te o ti ok
enyem szia jo napot koszonom kerem fiok fotok kepek uzenetek adatok szeretnem akarom tudom lehet kell gyerek
segitseg semmi minden magyar torolni tiltakozni hogyan
""",
    "tr": """
ve bir bu da de icin ne mi mu ben sen o biz siz onlar benim senin onun cok daha en gibi ile var yok degil evet hayir
nasil neden nicin nerede kim merhaba selam tesekkurler lutfen hesap hesabim fotograf fotograflarim mesaj mesajlar
veri istiyorum istemiyorum silmek cocuk yardim turkce yapay zeka kapatmak itiraz
""",
    "fi": """
ja on ei se etta en han mina sina me te he oli ovat olen olet mutta tai kun jos niin myos vain nyt mita kuka missa
milloin miksi miten kuinka hei moi kiitos ole hyva kylla tili kuvat viestit tiedot haluan voin voiko lapset apua
suomi minun sinun poistaa kayttaa
""",
    "eu": """
eta da ez bai ni zu hura gu zuek nire zure bere gure zer nor non noiz nola zergatik baina edo ere oso kaixo agur
eskerrik asko mesedez kontua argazkiak mezuak datuak nahi dut dezaket daiteke behar euskara nik hau hori dira naiz
zara egin
""",
}

# Writing systems settle it without words.
SCRIPTS: Final[tuple[tuple[int, int, str], ...]] = (
    (0x0370, 0x03FF, "el"), (0x0400, 0x04FF, "ru"), (0x0530, 0x058F, "hy"), (0x0590, 0x05FF, "he"), (0x0600, 0x06FF, "ar"),
    (0x0900, 0x097F, "hi"), (0x0980, 0x09FF, "bn"), (0x0E00, 0x0E7F, "th"), (0x10A0, 0x10FF, "ka"), (0x3040, 0x30FF, "ja"),
    (0xAC00, 0xD7AF, "ko"), (0x4E00, 0x9FFF, "zh"),
)  # fmt: skip
