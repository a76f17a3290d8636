"""Frequent words of the languages that people write in; `language` weighs them, nothing else reads them."""

from typing import Final

# Words that a language shares with another one are listed under both: they then tell nothing, as it should be.
WORDS: Final[dict[str, str]] = {
    "en": """
portuguese italian version menu retroactive opinion quit ciao error
hiya cya
hashtags gym ty yo facial
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
judge put things well stuff content every those included thing model text true date assistant objected users address
being information taken within wat saying count reason metas theres once list since such article told open copy
answers ones somebody three little shop service words press models interest set heard safe another legitimate
actually captions protection confirmation possible kind excluded family registered rules request processing posted
categories image share shares subjects wants linked mind talking end besides announcement blue scope field
authority itself rather sources subject word telephone better processed run computer peoples changed access learned
reach button rights behind cover ring round exactly images photographs published extend persons procedure refusal
protect surely file apply thay caption save writing overview available dear closed myself opened lot third having
services paste asks box deadline forget risks laws silence hold customers runs wondering telling conversation kinds
sort kindly parents treated correct supposed description alternative heart submitted user ten called announced big
began begin path centre act sending grounds forms signed looked pressed close check basis man rite dose others far
comes matters topics reply altogether contact outside dms grandchildren adults product feed hour reactions below fed
times kept type publish health circle grandson search charge follow application opting place apart ready situation
anywhere ought minutes force tho crowd portability deleting thinking taking fall bit found speaking erasure
somewhere languages havent prefer team working hand hands hear alone including direct clients minors pupils full
types upload theirs lines sharing click erased touch special belong inside mentioned describe posting notice class
started purposes remember controller head parties example anybody guide top wish maybe template sign justify
explanation wich took twice lodged point upon objections undo covered writes accident affected pressing away harm
dangerous keeps recommend home future fair position report fill appear non line photograph mistake wanted feel guess
organisation trust cork retain based lovely farewell sick office staff letters hes puts counts single become
ephemeral stay screen collected worth thumb instance react fact operation handle shows spring bring europeans
feeding weeks motive wanting meant cost lodge buttons behalf enter route paper provide sample accept purpose main
profiles together separate passed seems acknowledgement inbox submitting hasnt submit stays consequences suppose
unlearn reverse verify among concerned network rid disable worst ordinary danger dangers individuals measures
further brussels companies rely critics supervisory articles move affect grown faces hoo young publications
anyway political platform exist half watsap care complaining welsh takes operates belongs afterwards store pass
stored erase newspapers checked updated able answering french helo meet legend cheers useful obliged studio member
case limits strangers encrypted notes childrens small audience restricted summary wedding load themselves sometimes
vanish broadcasts during alt add descriptions bloody interaction odd behaviour inputs teach cringe considered matter
publicly depression baby delicate medical illness sensitive treatment knitting official appeared nowhere underlying
clue wait everyones summarise regarding outline policy artist exact commence ahead gain claim commercial reasons
artists profit texts legally decided exercise networks slowly front solely looking elsewhere offer options blank
draft empty relating affects belonging match required filling returns joined supposedly miss holiday chance receipt
submission issue god denied fails remedies refuses turned six punish visibility removed unlearning forever absorbed
earlier active honouring channel australia cousins nephew named rants moved annoying applications deactivated spit
learns elderly bits helps believe ground unfair agreement opposed default stopped higher cologne commissioner
authorities german ruled association refusing demand rectification corrected forgotten effect completely famous
switzerland aply canada moving brazil states tag grab social chatting grandmother replies opening grandad woman lady
conversations niece followers beneath wall hours four usd diagnosis changes till cat rich handed sounds respect
bet gimme wording electronic trying shut limit spain knows explained shown bus readers received
nervous facebooks carry facial recognition marketplace voice original media ban idiot vegan tags album
albums visible invisible final manual actual total global digital central local formal signal normal general idea
area era agenda motor doctor error color animal hospital hotel metal capital impossible terrible horrible sensible
responsible flexible season version mission passion pension session decision education condition tradition
notification publication reaction collection selection election connection direction function action option section
station nation ration relation rating sentence science difference reference evidence violence absence presence
essence influence
""",
    "es": """
hey bye thanks business error menu posts
grax chaito facial
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
adulto adultos mayor mayores chico chica peque tio tia primo vecino jefe profe colegio escuela universidad pongo
modelo contenido hablar algun fecha asistente entra sale todas informacion doy interes queda privacidad esas subo
dar respuestas quedan igual direccion incluido servicio entran articulo puse dentro dicho afecta lista sigue pueda
debajo motivo modelos poner opuse legitimo pide cogen familia llevo veces palabras escrito tratamiento gusta ademas
confirmacion trata categorias negocio llego tener plazo boton proteccion cambia clientes aparte aprende personas
azul razon sacar autoridad lleva fuentes dijo quedo wasap mando abierto llevan sera toman manda pies descripcion
otras ajustes pone mal jaja personales clase seria toca directo nietos sube creo exactamente resumen existe cara
escribe mayo motivos querer tienda llega pasado pedir pregunto hablando guardas guarda oido tenga dios sirven
significa fotografias usando utiliza borre arriba alcance usen centro interesado campo situacion piden ningun basta
adelante alcanza leyes acceso diez detras quede corazon agarran siendo frente utilizan tipos directos comparto conte
salud aplicaciones sigo quieren presentar ruta dame encuentro tipo ejemplo papel copiar entro estaba usaron estado
metido riesgos silencio agencia copia supresion publican cerrado pie pidio pierdo puso dije conversacion pasame
contesta amable pase acabo dejo deseo narices entera completo diciendo cuentan unas suben lei nomas guardan hablo
importa politica perfiles aparece propio aviso empezo inicio habra terceros entrenado llegar electronico cabe
servicios tendria casilla falta minutos retirar deshacer contacto proteger consejos baja normas reglas dado
procedimiento portabilidad puro cuento preferiria deja salen abarca temas muestrame equipo publicado nuestras
conversaciones estar correcto portafolio incluidos conjunto puesto abajo sistema borran horas extiende reacciones
descripciones compartidos compartir dan publique grande incluye colonia gana necesitan prefiero parece opcion opone
toda mandarles negativa vias hecha explicacion registrado disponible rato abre presentada llegado hora aprendio
supongamos ajuste peligroso medidas protege nuevas pido carga madrid interesados aplica unido queria guasap mirar
vaya sacas enseñame saco unos idiomas responde hablas londres joven mil agradezco piro buen vemos oficina mano
excluyen dejan familias escriben considera pillan quitan acaba sobrina muro tratan contesto criticas obra nieta
supone solamente retrato emplean interaccion dato abri unicamente siguen abro consiste salido recibido digame
escribio enseñan decirle negarse guia haga linea abrir mirado ordenador serio solicitud acuse calla opuesto viendo
consecuencias funcion entrenados aprendido viejas incluida quito peligro intimidad peligros bruselas reglamento
justo otorga control papeles rectificacion comprendidas españa reino estados salgo cuyos kien local kiero escritos
empieza nieto gato plataforma toco hacerlo cabeza proximos critica exclusion mandan nerviosa amigas
gusto opera entidad preguntarle organizacion conserva borra solicito pensando dejar basan sirves dijeron ayudas anda
salio enseño holi crack grasias fin monton lindo hablamos miembro paz margen cartas excluidas incluyen recien
candado cerrada objeto vacaciones quince igualmente corre ajenas periodico desaparecen pantalla tomo alternativo
tranquila casi pregunte digas consulta contenidos aprovechan contado operacion tocar especiales bebe depresion
filtran enfermedad sensibles cerrados circulito aparecido oiga conozco señor comunicado noticia cambiado fines final
arranco finalidad beneficio artistas computadora recogidos decidido ejercer cauce conviene despacito pulso indique
decia explique botones instrucciones opciones colectivo plantilla firmar blanco vacio justificarme alegar coincidir
registre estudio devuelve vueltas sola repetir vinculadas perdi resulta caso pasando demasiado vencido limite
enviarlo recibo emite bandeja darle oposiciones seis pierde estimada visibilidad automatico desaprendizaje opusiera
desaprender retroactivo efecto retiro opuso anterior revocar primavera acuerdo aparezco figura cuñado sobrino abrio
ambito existen esconder soltarle cuidar prohiba tuvieron haber principales critican defecto aleman permite presenta
regulador asociacion saben corrijan entero rellenar alternativa verguenza afectados colombia aca peru ecuador suiza
ponen jamas maneja cubre llamar carne coger emplea padres seguidores letras pequeña estuve aro pedi
politicas diagnostico vendo definicion programa empezado decirles camino formularios registrada ponerlo puerta
sentido cierran obligar valiendo repetirlo circulo futuro vienen llegan enterar ase reclamo señora haria pedirle
paises tenido dices ocupan excluido puedan cogido pulsar querido fuente prima wenas wena holis ola olis sip nop dale
pasen pasan vamo porfis amic stickers come pa ago hashtags gym voces clonar idea area motor doctor error color
animal hospital hotel metal capital muestra simple terrible horrible sensible responsable version mision pasion
pension decision educacion posicion condicion notificacion reaccion coleccion seleccion eleccion conexion accion
seccion estacion nacion relacion sentencia ciencia diferencia referencia evidencia violencia ausencia presencia
influencia
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
conversas legal formulario privada demais vc vcs pra quanto tempo demora bem brigado valeu faço falar
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
formulari quant triga temps legal
""",
    "gl": """
non unha unhas os as do da dos das no na nos nas en con por polo pola mais pero moi moito moita tamen xa so iso isto
ese esa este esta eu meu miña meus miñas seu sua seus suas el ela eles elas que quen cal cales cando onde como
porque quero queres podo podes pode poden facer fago fai teño ten temos teñen estou estan foi son ser ata despois
antes sen sobre entre ainda agora hoxe onte maña ola bo dia bos dias boas tardes noites grazas adeus favor conta
fotos mensaxes mensaxe datos privadas publicacions usar usan opoñerme negar borrar eliminar fillos filla fillo nai
pai avoa si nada todo algo alguen ninguen axuda axudar preciso saber gustariame adestrar intelixencia artificial
dereito europea galego aqui ali enton asi xente cousa cousas ler len hai vou vai van teñan dunha desta destas e
legal o formulario tempo tarde demasiado
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
cest jai quest lire lisent desactiver legal tard ca va
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
poco sempre mai bene male no leggere leggono conto disattivare togliere perché cos'e legale tardi modulo
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
legal spat
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
wylaczyc czytac czyta legalne pozno kim
""",
    "ro": """
nu da si este sunt e un o la de in pe cu din pentru care ce cum cine unde cand mai dar sau daca doar foarte meu mea
mei mele tau ta sa lui ei noi voi eu tu el ea ma te se imi iti il ii am ai are avem au fi fost pot poti poate putem
vreau vrei vrea fac face facem folosesc foloseste folosi salut buna ziua seara noapte multumesc mersi va rog
revedere cont contul conturi poze pozele mesaje mesajele date datele private publice postari opun refuz sterge sterg
copii copil fiica fiul mama tata bunica nimic tot ceva cineva nimeni ajutor ajuta nevoie stiu sti antrena
inteligenta artificiala drept european romana aici acolo atunci asa acum azi ieri maine mereu niciodata opri citeste
citesc fara despre dupa inainte intre prin fotografiile legal prea tarziu esti
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

# Names and chat words of every language.
NEUTRAL: Final = """
instagram facebook whatsapp messenger threads meta ai ia ok okay oki k kk app apps menu stop start next gdpr rgpd
noyb aepd dpc openai chatgpt google gemini llama zuckerberg mark tiktok twitter youtube telegram ig fb insta wsp wa
dm email mail online offline bot robot chat spam link pdf web internet wifi no total ilegal real normal general hm
hmm mm ah oh uh eh ja je ha haha lol xd uf wow reel reels selfie smartphone iphone android net com
"""

# Letters that only some languages write, and the languages that do.
MARKS: Final[dict[str, tuple[str, ...]]] = {
    "¿": ("es",), "¡": ("es",), "ñ": ("es", "gl"), "á": ("es", "pt", "gl", "hu", "cs"),
    "é": ("es", "pt", "fr", "ca", "hu", "gl"), "í": ("es", "pt", "ca", "gl", "hu", "cs"),
    "ó": ("es", "pt", "ca", "pl", "gl", "hu"), "ú": ("es", "pt", "ca", "gl", "hu"),
    "à": ("ca", "fr", "it"), "è": ("ca", "fr", "it"), "ì": ("it",), "ò": ("ca", "it"), "ù": ("fr", "it"),
    "â": ("fr", "pt", "ro"), "ê": ("fr", "pt"), "î": ("fr", "ro"), "ô": ("fr", "pt"), "û": ("fr",),
    "ã": ("pt",), "õ": ("pt",),
    "ç": ("pt", "ca", "fr", "tr"), "ï": ("ca", "fr", "nl"), "ë": ("fr", "nl"), "œ": ("fr",),
    "ä": ("de", "sv", "fi"),
    "ö": ("de", "sv", "fi", "hu", "tr"), "ü": ("de", "tr", "hu"), "ß": ("de",), "å": ("sv", "da"), "ø": ("da",),
    "æ": ("da",),
    "ą": ("pl",), "ć": ("pl",), "ę": ("pl",), "ł": ("pl",), "ń": ("pl",), "ś": ("pl",), "ź": ("pl",),
    "ż": ("pl",),
    "ă": ("ro",), "ș": ("ro",), "ț": ("ro",), "ş": ("tr", "ro"), "ţ": ("ro",), "ı": ("tr",), "ğ": ("tr",),
    "č": ("cs",),
    "ě": ("cs",), "ř": ("cs",), "š": ("cs",), "ů": ("cs",), "ž": ("cs",), "ý": ("cs",), "ő": ("hu",),
    "ű": ("hu",),
    "·": ("ca",),
}  # fmt: skip

# Writing systems settle it without words.
SCRIPTS: Final[tuple[tuple[int, int, str], ...]] = (
    (0x0370, 0x03FF, "el"), (0x0400, 0x04FF, "ru"), (0x0530, 0x058F, "hy"), (0x0590, 0x05FF, "he"),
    (0x0600, 0x06FF, "ar"),
    (0x0900, 0x097F, "hi"), (0x0980, 0x09FF, "bn"), (0x0E00, 0x0E7F, "th"), (0x10A0, 0x10FF, "ka"),
    (0x3040, 0x30FF, "ja"),
    (0xAC00, 0xD7AF, "ko"), (0x4E00, 0x9FFF, "zh"),
)  # fmt: skip
