"""Everyday words by the idea that they stand for: talk, mind, people, rights, data and devices, in English and Spanish.

One idea a line, `idea < wider idea: words`; `_` joins words of an expression. This is knowledge of language only:
no topic of the bot is named here.
"""

from typing import Final

IDEAS: Final = """
object < refuse: object objecting objection objections opt_out opting_out opted_out opt-out oppose opposing oponer
  oponerme oponerse opongo opuse oponernos oposicion oposiciones objetar objecion objeciones opposition
  darme_de_baja darse_de_baja dar_de_baja opone opuesto
refuse: refuse refuses refused refusal reject rejected rejection rejecting decline declined deny denied denies
  denial say_no said_no turned_down turn_down turn_me_down negar negarme negarse niego niegan negaron rechazar
  rechazo rechazan rechazado rechazaron rechazada denegar denegado denegaron decir_no dije_no me_niego no_quiero
  dont_want not_want disapprove disallow forbid prohibit prohibir prohibo impedir impido
stop < end: stop stopping stopped stops halt quit cease prevent block blocking avoid parar para_de detener dejar_de
  dejen_de frenar evitar impedir bloquear bloqueo bloqueado opt_out no_more nunca_mas
end: end ends ended ending finish finished over close closed closing shut terminate conclude complete done terminar
  terminado acabar acabado finalizar cerrar cierro cerrado fin final finalize
cancel < end: cancel cancels cancelled canceled cancelling cancellation undo revoke withdraw withdrew withdrawn
  withdrawal take_back call_off void annul scrap abort nevermind never_mind cancelar cancelo cancelado anular
  revocar retirar retiro retirada deshacer desistir retractarme echarme_atras
changemind < cancel: changed_my_mind change_my_mind change_of_heart regret cambie_de_opinion cambiar_de_opinion
  cambio_de_idea cambie_de_idea arrepiento arrepenti arrepentirme arrepentido pensado_mejor
start: start starts started starting begin begins began beginning launch launched commence initiate kick_off since
  comenzar comienza comenzo comenzaron empezar empieza empezo empezaron iniciar inicio inicia iniciado arrancar
  arranca partir desde set_up
again < repeat: again once_more another_time otra_vez de_nuevo nuevamente redo
repeat: repeat repeats repeated repetir repite repito recurring repetido duplicate duplicated twice double dos_veces
delete < remove: delete deletes deleted deleting deletion erase erased erasing erasure wipe wiped borrar borro
  borrado borrada borraron borran borre borrarme suprimir supresion eliminar elimino eliminado eliminada eliminaron
  elimine eliminarme
remove: remove removes removed removing removal take_out take_off take_down get_rid get_rid_of clear cleared discard
  quitar quito quitarme quitado sacar saco sacarme retirar desaparecer exclude drop dropped trash empty strip
hide < private: hide hides hidden hiding conceal ocultar oculto oculta esconder escondido escondida
switchoff < control: turn_off turning_off turned_off switch_off disable disabled disabling deactivate deactivated
  deactivating shut_off uninstall desactivar desactivo desactivada desactivado apagar apago apagarlo deshabilitar
  inhabilitar desinstalar get_rid_of quitar turn_it_off
switchon < control: turn_on turning_on switch_on enable enabled enabling activate activated activating activation
  activar activo activarlo activacion habilitar encender enciende prender prendo turn_it_on
control: control controls settings setting options option manage preferences preference configure configuration
  ajuste ajustes configuracion configurar opciones opcion gestionar controlar preferencias privacy_settings toggle
private: private privacy privately confidential personal intimate secret secrets privado privada privados privadas
  privacidad intimidad confidencial personales intimo intima friends_only only_friends solo_amigos candado locked
  closed cerrada cerrado
public: public publicly open visible anyone_can_see everyone_can_see publico publica publicos publicas publicamente
  abierto abierta a_la_vista
message < talk: message messages messaging dm dms chat chats conversation conversations text texts texting inbox
  texted sms mensaje mensajes mensajeria conversacion conversaciones charla charlas privados md direct_message
  private_message private_messages mensaje_directo mensajes_directos msg
voice < talk: voice voices audio audios recording recordings call calls microphone mic hear listen listening listens
  spoken voz voces grabacion grabaciones llamada llamadas microfono escuchar escuchan escucha nota_de_voz
  notas_de_voz voice_note voice_notes voice_message
photo < image: photo photos photograph photographs pic pics picture pictures image images selfie selfies snapshot
  album albums portrait foto fotos fotografia fotografias imagen imagenes retrato retratos fotito fotitos avatar
  profile_picture profile_pic foto_de_perfil
video < image: video videos clip clips reel reels film footage recording movie pelicula grabacion filmacion
image: see look watch view screen camera visual camara pantalla face faces cara caras rostro
post < publish: post posts posted posting publication publications publish published publishing share shared sharing
  upload uploaded uploads content contents stuff publicacion publicaciones publicar publico publique publicado
  publicada subir subi subido subida suben compartir comparto compartido compartidas contenido contenidos material
  poste posteo posteos postear colgar colgado wall muro feed
comment < publish: comment comments commented commenting comentario comentarios comentar comento reply replies
  opinion opinions
story < publish: story stories live lives broadcast streaming stream historia historias directo directos en_vivo
  transmision transmisiones estado estados status reaction reactions reaccion reacciones
caption < publish: caption captions description descriptions alt_text hashtag hashtags tag tags subtitle subtitles
  pie_de_foto descripcion descripciones etiqueta etiquetas leyenda leyendas pies_de_foto texto_de_la_foto bio bios
like < interact: like likes liked heart hearts follow follows followed follower followers following reaction
  reactions click clicks megusta me_gusta me_gustas corazon corazones seguir seguidores sigo clics clic share shares
interact: interact interaction interactions engagement activity behaviour behavior habits interactuar interaccion
  interacciones interactuo actividad comportamiento habitos scroll scrolling
old < past: old older oldest ancient past previous years_ago long_ago earlier former archive archived historic
  historical viejo viejos vieja viejas antiguo antigua antiguos antiguas pasado pasada pasados anterior anteriores
  hace_anos hace_años hace_tiempo archivado archivo
past: already ago yesterday ya ayer was were did before had have_been since antes hecho previously lately recently
  reciente
sensitive: sensitive delicate health illness medical disease politics political religion religious belief beliefs
  faith sexuality sexual gay lesbian orientation race ethnic biometric face faces facial fingerprint ideology
  sensible sensibles delicado delicados salud enfermedad enfermedades medico medica politica politico politicas
  religioso religiosa creencias fe sexualidad orientacion etnia raza biometrico biometricos rostro ideologia
  embarazo embarazada pregnancy pregnant depression depresion
page < business: page pages business businesses shop shops store stores company fanpage marketplace brand brands
  group groups community communities club association pagina paginas negocio negocios tienda tiendas empresa
  empresas marca marcas grupo grupos comunidad comunidades asociacion comercio organization organisation
business: company companies corporation firm enterprise startup corporate business owner boss industry client
  clients customer customers empresa empresario compania companias sociedad corporacion cliente clientes
  emprendimiento autonomo vendedor dueño
minor < family: minor minors underage under_18 teen teens teenager teenagers teenage kid kids child children baby
  babies toddler infant boy boys girl girls son sons daughter daughters schoolkid youngster young youth pupil pupils
  menor menores adolescente adolescentes niño niños niña niñas nino ninos hijo hijos hija hijas bebe bebes crio
  crios chaval chavales chico chicos chica chicas peque peques nene nena joven jovenes nieto nieta nietos nietas
  grandson granddaughter grandchild grandchildren grandkids sobrino sobrina sobrinos nephew niece
parent < family: parent parents mother mothers mum mom mommy father dad daddy guardian madre madres mama padre
  padres papa papas tutor tutores
elder < family: grandmother grandma nan granny grandfather grandpa grandparents elderly old_person pensioner retired
  abuela abuelo abuelos abuelita abuelito jubilado jubilada mayor mayores anciano anciana
partner < family: husband wife spouse partner boyfriend girlfriend fiance married marido mujer esposo esposa pareja
  novio novia
family: family relative relatives brother sister siblings aunt uncle cousin household familia familiar familiares
  pariente parientes hermano hermana hermanos tio tia primo prima hogar
friend < person: friend friends buddy mate pal contact contacts amigo amigos amiga amigas contacto contactos colega
  conocido vecino neighbour neighbor
person: person people someone somebody anyone anybody human humans individual individuals user users guy folks
  persona personas gente alguien humano humana humanos usuario usuarios individuo cualquiera everybody everyone
  todo_el_mundo
dead < person: dead died deceased late_husband passed_away death muerto muerta fallecido fallecida fallecio murio
  difunto difunta memorial
who: who whom whose quien quienes
adult: adult adults grown_up over_18 adulto adultos adulta mayor_de_edad of_age eighteen
age: age old_enough years_old how_old edad años_tiene birth born birthday birthdate cumpleaños nacimiento nacio
  nacido
account < membership: account accounts acc profile profiles user_account cuenta cuentas perfil perfiles username
noaccount < membership: no_account without_account without_an_account dont_have_account no_tengo_cuenta sin_cuenta
  sin_tener_cuenta never_signed_up not_on not_a_user non_users non_user no_uso no_estoy
membership: member members membership sign_up signup register registered registration join joined enroll enrolled
  enrol subscribe subscribed subscription miembro miembros registrar registrado registrarme registro unirme
  inscribir inscrito suscribir suscripcion
multiple < count: several multiple both various two many more_than_one second another other varias varios multiples
  ambas ambos dos cada each all_my otra segunda segundo todas_mis linked vinculadas vinculados connected conectadas
count: how_many number amount count total quantity cuantos cuantas cantidad numero number_of
login < access: log_in login logging_in logged_in sign_in signin signing_in logon log_on iniciar_sesion
  inicio_de_sesion entrar ingresar acceder loguear loguearme
access: access accessing accessible enter entry get_into reach acceso acceder accedo accede entrada reachable
password < security: password passwords passcode pin code codes credentials contraseña contraseñas contrasena clave
  claves codigo codigos pass username
security: security secure safe safety safely protection protect protected protecting protects safeguard defend
  defense seguridad seguro segura seguros proteger protegerme protegido protegida proteccion protejo defender
  defenderme resguardar cuidar cuidarme antivirus encryption encrypted cifrado encriptado
hack < crime: hack hacked hacker hacking hackers breach breached compromised phishing impersonate impersonating
  suplantar suplantacion hackear hackeado hackeada hackearon hackeo filtracion leak leaked leaks virus malware
crime: crime criminal criminals police steal stealing stole stolen theft thief fraud fraudulent scam scammed scammer
  rob robbed illegal robar roban robo robado robada robaron hurto ladron estafa estafaron fraude delito policia
  delincuente unauthorized suspicious sospechoso
risk < bad: risk risks risky danger dangers dangerous dangerously threat threaten harm harmful hurt consequences
  worst afraid fear scary worried worry worrying concern concerned concerns problem_if riesgo riesgos arriesgado
  peligro peligros peligroso peligrosa amenaza daño daños perjudicar perjudica afectar consecuencias miedo preocupa
  preocupado preocupada preocupo temor susto
bad: bad wrong worse terrible horrible awful nasty evil unfair unacceptable outrageous abuse malo mala mal peor
  injusto injusta inaceptable abuso vergüenza shame shameful shady
good: good great nice fine excellent awesome perfect benefit benefits advantage advantages useful better best bueno
  buena bien genial excelente perfecto ventaja ventajas beneficio beneficios util mejor mejores
spy < watch: spy spying spies surveillance snoop snooping track tracking tracked tracks eavesdrop stalk espiar
  espian espiando espia vigilar vigilan vigilancia rastrear rastrean rastreo cotillear cotillean fisgonear chismear
watch: watch monitor monitoring observe observing observed observar observan mirar miran controlan
read: read reads reading leer lee leen leyendo leido lees leyeron leerme
train < learn: train trains trained training entrenar entrena entrenan entrenamiento entrenando entrenado entrenada
  adiestrar alimentar alimentan feed feeding fed
learn: learn learns learned learning teach teaches taught teaching study studies studying aprender aprende aprenden
  aprendizaje enseñar enseñan estudiar estudio education educate lesson develop developing improve improving mejorar
  mejoran desarrollar model models modelo modelos
ai: ai ia artificial_intelligence inteligencia_artificial machine_learning llm llama neural algorithm algorithms
  chatbot chatbots assistant bot robot robots algoritmo algoritmos asistente model models modelo modelos generative
  generativa maquina machine
use: use uses used using usage utilize employ exploit apply usar uso usa usan usando usado usados usada usadas
  usaron utilizar utiliza utilizan utilizado utilizados aprovechar aprovechan emplear emplean take takes taking took
  taken grab grabs coger cogen cogieron tomar toman tomaron agarrar agarran
collect < use: collect collects collected collecting gather gathers harvest scrape scraping scraped store stored
  storing save recopilar recopila recopilan recoger recogen recolectar recolectan almacenar almacenan guardar
  guardan guarda keep keeps record records
data < information: data dataset records metadata datos dato metadatos
information: information info details detail fact facts file files report reports informacion informar detalles
  detalle fichero ficheros archivo archivos datos
purpose: purpose purposes what_for aim goal reason_for objective intention intend intended para_que finalidad fin
  fines objetivo objetivos proposito intencion
why: why how_come what_for reason reasons because cause por_que porque motivo motivos razon razones causa
  a_que_se_debe a_cuento
gain < money: profit profits gain gains earn earns earning benefit money_from rich monetize monetise sell ganar gana
  ganan ganancia ganancias lucrar lucro beneficio beneficiar rentable negocio sacar_de saca
owner: own owns owned belong belongs mine yours ownership property dueño propio propia propiedad pertenece
  pertenecen
right < law: right rights entitled entitlement derecho derechos
law: law laws legal legally legislation illegal unlawful lawful allowed gdpr rgpd regulation regulations regulate
  act article clause rule rules ley leyes legalmente legalidad legislacion ilegal licito ilicito articulo normativa
  norma normas reglamento regulacion regular permitido reglas lopd policy policies terms conditions
legit: legitimate_interest legitimate interes_legitimo legitimo legitima legal_basis base_legal base_juridica
  grounds fundamento justificacion justify
court < law: court courts judge judges tribunal tribunales juez jueces lawsuit sue suing trial sentence ruling
  verdict lawyer lawyers attorney case demanda demandar demandado juicio sentencia fallo abogado abogada abogados
  juzgado class_action demanda_colectiva appeal
complain < protest: complain complaint complaints complaining report reporting reported reclaim denounce reclamar
  reclamo reclamacion reclamaciones quejar quejarme queja quejas denunciar denuncia denuncias denuncio denunciarlos
  protestar
protest: protest criticise criticize criticism critics critic against campaign boycott activists activist noyb
  schrems criticar critica criticas criticos protesta en_contra campaña activistas disagree
authority < state: authority authorities regulator regulators watchdog agency commission dpc aepd dpa ombudsman
  autoridad autoridades regulador reguladores agencia comision organismo supervisora proteccion_de_datos
  data_protection
state: government state country countries nation national parliament minister european_union eu ue gobierno estado
  pais paises nacion parlamento ministro bruselas brussels
europe < place: europe european europeans eu europa europeo europea europeos europeas ue union_europea
  european_union eea
abroad < place: uk britain british england united_kingdom switzerland swiss brexit usa us_citizen america american
  latin mexico argentina colombia chile peru brazil brasil canada australia india turkey africa asia outside abroad
  overseas foreign foreigner reino_unido inglaterra suiza estados_unidos eeuu latinoamerica latinoamericano fuera
  extranjero extranjera mexicano argentino colombiano venezuela ecuador uruguay bolivia outside_europe non_eu japan
  china
affect: affect affects affected affecting impact impacts concern concerns include included includes including apply
  applies applicable involve involved afectar afecta afectan afectado afectada afectados incluir incluye incluido
  incluida incluidos entrar entro aplica aplicar aplican implica toca
permission < consent: permission permissions allow allows allowed let_them authorise authorize authorisation
  authorization permiso permisos permitir permito permiten permitido autorizar autorizacion autorizo dejar dejo
consent: consent consented consents agree agreed agreeing agreement accept accepted accepting accepts opt_in approve
  approval consentir consentimiento consiento aceptar acepto acepte aceptado aceptacion acuerdo conforme conformidad
  de_acuerdo silence silencio without_asking sin_preguntar sin_permiso without_permission
ask < talk: ask asks asked asking question questions request requests requested inquire query preguntar pregunto
  pregunta preguntas preguntaron pedir pido pide piden solicitar solicito solicitud solicitudes consulta consultar
  duda dudas demand
answer < talk: answer answers answered answering reply replies replied respond responds responded response responses
  responder responde respondio responden respuesta respuestas contestar contesta contestan contesto contestaron
  contestado no_reply silence hear_back
talk: talk talks talking speak speaking spoke say says said saying tell tells told telling discuss chat hablar hablo
  habla hablan decir dice dicen dijo dijeron contar cuenta_que mention mentioned conversar platicar charlar
announce < news: announce announced announcement announcements notify notification notified notifications notice
  news press warn warned warning update anuncio anunciar anunciaron anunciado notificacion notificar notificaron
  aviso avisar avisaron avisado noticia noticias comunicado novedad novedades prensa tell_us headline
news: news happening going_on whats_new latest current actualidad ultimas pasando new changed noticias enterarme
  enterado heard read_somewhere
mail: email emails e-mail mail mails mailbox inbox spam correo correos buzon gmail hotmail outlook
  direccion_de_correo email_address electronico
letter < write: letter letters postal post_office envelope stamp printed carta cartas sobre certificado burofax
  por_correo
write: write writes writing wrote written type typing draft template wording example text escribir escribo escribi
  escrito escribe redactar redacto plantilla modelo ejemplo borrador texto copy copy_paste copiar pegar copio fill
  fill_in fill_out rellenar relleno rellene completar
form < write: form forms formulario formularios questionnaire application field fields box casilla casillas campo
  campos page_to_fill
reason < why: reason reasons justify justification explain_why motivo motivos razon razones justificar justificacion
  argument argumento argumentos explicacion
link < web: link links url urls website site web webpage page enlace enlaces vinculo liga sitio pagina_web direccion
  click
web: internet online web browser google search net chrome safari navegador red redes en_linea wifi
find < search: find finds found finding locate located look_for looking_for where_is encontrar encuentro encuentra
  encontre encuentran hallar localizar donde_esta ubicar aparece aparezco sale appear appears show_up shows_up
search: search searches searched searching seek look_up lookup buscar busco busque buscando busqueda explore browse
where < place: where wheres location located whereabouts donde adonde ubicacion en_que_parte
error < fail: error errors glitch bug crash crashed crashes broken fault failure issue trouble problem problems
  fallo fallos falla fallas problema problemas roto wont_open not_open no_abre no_carga not_load wont_load blank
  pantalla_en_blanco caido stuck freeze frozen atascado
fail: fail fails failed failing not_work doesnt_work isnt_working not_working does_not_work unable cannot can_not
  couldnt could_not fallar falla fallo no_funciona no_funciono no_va no_sirve no_puedo no_deja no_me_deja imposible
  impossible unsuccessful
work < effect: works worked working function functions functional success successful successfully went_through
  funcionar funciona funciono funcionado servir sirve sirvio exito surtir efectivo took_effect
effect: effect effects result results outcome change changes changed happen happens consequences efecto efectos
  resultado resultados cambia cambian cambio cambios pasara ocurre sucede consecuencia afterwards then what_happens
  que_pasa que_ocurre que_sucede que_pasaria
lose: lose losing loses lost loss missing misplace misplaced gone vanish disappear perder pierdo pierde pierden
  perdi perdido perdida perderia perdere extraviado desaparecer quedarme_sin forget forgot forgotten olvidar olvide
  olvidado
feature < app: feature features function functions functionality service services tool tools funcion funciones
  funcionalidad funcionalidades servicio servicios herramienta herramientas
app: app apps application applications software program platform platforms aplicacion aplicaciones programa
  plataforma plataformas red_social redes_sociales social_media social_network
confirm < check: confirm confirms confirmed confirming confirmation acknowledgement acknowledgment receipt received
  proof confirmar confirmacion confirman confirmado recibido recibir recibi recibo acuse justificante comprobante
  prueba verification verify verified verifying verificar
check: check checks checked checking verify status make_sure ensure know_if whether find_out test review comprobar
  compruebo revisar reviso verificar estado asegurar asegurarme saber_si como_se_si how_do_i_know how_can_i_tell
  mirar_si confirm registered
wait < time: wait waiting waited await pending still_waiting not_yet yet delay delayed esperar espero esperando
  pendiente demora retraso todavia_no aun_no no_arrived no_llega llegado not_arrived nothing_came no_me_ha_llegado
late < time: late too_late missed deadline overdue past_date expired tarde demasiado_tarde pasado plazo fecha_limite
  vencido vencio a_tiempo in_time on_time still_time tiempo_todavia still todavia aun limite cutoff cut_off due
date < time: date dates day calendar fecha fechas dia month week year mes semana año when cuando
duration < time: how_long long_does_it_take duration minutes hours days weeks cuanto_tarda cuanto_tiempo tarda
  tardan demora dura duran duracion minutos horas plazo tarda_mucho take_long lasts last
when < time: when at_what_time since_when cuando desde_cuando en_que_momento
future < time: future will going_to later next_year soon eventually tomorrow upcoming coming plan plans futuro luego
  mas_adelante proximo proximos proximamente va_a van_a seguira cambiara mañana pronto
time: time times moment period always never ever tiempo momento siempre nunca jamas rato vez
money: money cash pay paid paying payment cost costs price fee fees charge charges charged dinero plata pagar pago
  pagos pagando coste costo precio cobrar cobran cobra tarifa
free < money: free for_free no_cost cost_nothing gratis gratuito gratuita gratuitamente charge cost money pay cuesta
  cuanto_cuesta cuanto_vale cobran pagar
help < do: help helps helped helping assist assistance support guide guidance advice ayuda ayudar ayudas ayudame
  ayudarme apoyo asistencia guia guiame soporte orientacion consejo consejos
howto: how_do_i how_can_i how_to how_do_you how_would_i how_does_one steps step_by_step procedure instructions
  process way_to como_puedo como_hago como_se como_me como_lo pasos paso_a_paso procedimiento instrucciones proceso
  tutorial manera_de forma_de walk_me_through
do: do make doing does hacer hago hace hacen act action
mustdo: must have_to need_to required requirement require obligatory mandatory compulsory necessary oblige obligado
  obligada obligatorio obligatoria obligan tengo_que hay_que debo necesario necesito hace_falta requisito need
  exigir exigen should
can: can could may able possible possibly ability poder puedo puede pueden podria posible se_puede podemos puedes
want: want wants wish would_like like_to desire prefer quiero querer quiere quisiera deseo gustaria prefiero
change < alter: change changes changed changing switch modify modified alter edit editing update updated updating
  adjust replace swap convert cambiar cambio cambie cambiado modificar editar actualizar sustituir reemplazar
correct < alter: correct correction rectify rectification fix repair amend wrong_data corregir correccion rectificar
  rectificacion arreglar reparar resolve solve solution solucion solucionar
alter: turn become transform make_it hacerlo volver volverlo convertir poner ponerlo
export < copy: download downloads export portability transfer_my_data take_my_data descargar descarga descargo bajar
  exportar portabilidad llevarme
copy: copy copies copied duplicate backup back_up copia copias copiar respaldo what_they_have que_tienen_de_mi
  what_meta_has know_about_me saben_de_mi
undo < past: unlearn untrain already_used already_trained already_taken out_of_the_model desaprender ya_usado
  ya_usaron ya_entrenado ya_han_usado reversible revertir retroactive retroactivo retroactiva undo go_back
  volver_atras deshacer
bot: bot robot chatbot machine program real_person automated automatic maquina programa automatico persona_real
  artificial virtual
human < person: human real_person agent representative operator staff someone_real speak_to_someone talk_to_someone
  customer_service humano persona_real agente operador atencion_al_cliente hablar_con_alguien una_persona
  alguien_real persona_de_verdad support_team
source: source sources reference references evidence proof cite cited link_to where_did_you_get who_says according
  reliable trust trustworthy fuente fuentes referencia referencias prueba pruebas de_donde_sacas quien_lo_dice segun
  fiable fiables confiar confio confianza verdad true cierto up_to_date actualizado true_that accurate
language < talk: language languages english spanish french german italian portuguese catalan translate idioma
  idiomas lengua ingles español espanol castellano frances aleman italiano portugues habla_español speak_english
  in_english in_spanish en_español en_ingles
hello: hello hi hey heya hiya greetings good_morning good_afternoon good_evening howdy sup hola holi buenas
  buenos_dias buenas_tardes buenas_noches saludos que_tal hey_there
thanks: thanks thank thankful grateful appreciate cheers gracias agradezco agradecido agradecida muchas_gracias
  thank_you ty
bye: bye goodbye farewell see_you later_gator adios chao chau hasta_luego hasta_pronto nos_vemos hasta_mañana
  take_care cuidate good_night talk_to_you_later see_ya
yes: yes yeah yep yup sure ok okay affirmative correct true si claro vale correcto por_supuesto of_course definitely
  exactly exacto
no: no nope nah negative not_really nada para_nada tampoco false incorrect wrong never falso
not: not without never none nothing neither nobody dont sin ningun ninguno ninguna nadie tampoco
more: more further additional extra else also mas ademas tambien otro otra amplia detail elaborate
maybe: maybe perhaps possibly probably might unsure not_sure no_idea quiza quizas tal_vez puede_ser a_lo_mejor
  i_dont_know no_se who_knows
phone < device: phone phones smartphone mobile cellphone cell iphone android handset telefono telefonos movil
  moviles celular celulares samsung
device: device devices computer computers laptop pc tablet ipad screen dispositivo dispositivos ordenador
  ordenadores computadora tableta portatil glasses gafas
instagram < platform: instagram insta
facebook < platform: facebook face
whatsapp < platform: whatsapp
messenger < platform: messenger
threads < platform: threads
meta < platform: meta zuckerberg zuck mark_zuckerberg
platform: instagram facebook whatsapp messenger threads
otherai < ai: chatgpt openai gemini google copilot grok claude anthropic deepseek mistral microsoft alexa siri
  midjourney dalle sora perplexity elevenlabs replika character_ai stable_diffusion nvidia apple huawei
othernet < app: tiktok twitter youtube telegram snapchat linkedin reddit discord netflix spotify signal pinterest
  x_corp amazon canva figma adobe photoshop wetransfer dropbox duolingo tinder bumble badoo grindr roblox fortnite
  minecraft zoom teams slack notion github wikipedia paypal bizum shein temu aliexpress ebay vinted wallapop glovo
  uber airbnb booking disney hbo steam playstation xbox nintendo strava shazam waze twitch onlyfans bluesky mastodon
  vk wechat outlook gmail hotmail icloud android windows excel word powerpoint
think: think believe opinion opinions feel guess suppose seem creer creo opinas piensas pensar parece consider
know: know knows knew knowledge understand aware saber sabes se_sabe conocer entender entiendo comprender
  learn_about find_out enterar
explain: explain explains explained explanation meaning means mean define definition describe clarify what_is
  what_are whats explicar explica explicame explicacion significa significado definicion que_es que_son
  en_que_consiste que_quiere_decir meant
name: name names called named nickname title nombre nombres llamas llamo apellido apodo titulo surname
show: show shows display view list see present mostrar muestra muestrame enseñame ver listar pull_up
give: give gives gave provide offer hand dar da dan dame dieron ofrecer entregar
put: put place set add adding added insert include append poner pon pongo agregar agrega añadir añade meter incluir
  insertar
keep: keep keeps kept retain maintain hold preserve mantener mantiene conservar quedarse guardar leave_it
need: need needs needed necesitar necesito necesita requerir requiere
like2: love like enjoy favorite favourite prefer gustar gusta encanta amar amo favorito
hate: hate dislike angry annoyed upset furious mad sick_of fed_up odio enfadado enfadada enojado enojada harto harta
  cabreado molesto molesta
sorry: sorry apologize apologise apology pardon excuse lo_siento perdon disculpa disculpas
easy: easy easily simple simply difficult hard complicated complex facil facilmente sencillo dificil complicado
  complejo
quick: quick quickly fast faster speed hurry asap instantly immediately rapido rapida rapidamente deprisa prisa
  enseguida ya_mismo slow slowly lento despacio
short: short shorter brief briefly summary summarize tldr corto corta breve resumen resumir resumido
big: big large huge long enormous grande enorme gigante
small: small little tiny mini pequeño pequeña poco
new: new newest fresh recent brand_new nuevo nueva nuevos nuevas reciente
real: real really true truth actually honest honestly verdad verdadero realmente en_serio seriously de_verdad fake
  false lie lies lying falso mentira mentiras
"""
