"""Everyday words by the idea that they stand for: amounts, kinds, places, moves and manners, in English and Spanish.

One idea a line, `idea < wider idea: words`; `_` joins words of an expression. An idea may go on from another table.
"""

from typing import Final

IDEAS: Final = """
everything: all any everything anything every whole entire entirely complete completely total altogether overall
  in_general generally overview everything_else full todo todos todas toda entero entera completo completa conjunto
  en_general panorama resumen_general lista_completa cualquier the_lot inventory range enumere enumerar listado
  exhaustive
only: only solely just merely nothing_but exclusively alone solo solamente unicamente nomas exclusivamente nada_mas
thing: thing things stuff something material cosa cosas algo content contenido lo_mio lo_que items bits
kind < everything: kind kinds sort sorts type types category categories class classes clase clases tipo tipos
  categoria categorias especie which_kind
include < affect: include includes included including inclusion cover covers covered comprise comprised extend
  extends reach reaches scope apply applies part_of count counts belong in_it in_this in_that in_on_it within
  incluir incluye incluido incluida incluidos incluyen abarca alcance alcanza extiende entra entran entro entrar
  metido metida dentro cubre cubierto comprende forma_parte se_salva cae
exclude < not: exclude excluded excludes exclusion exempt exempted leave_out left_out leaves_out stays_out out_of
  spared spare safe_from off_limits untouched not_used not_taken not_included excluir excluye excluido excluida
  excluidos excluidas excluyen fuera queda_fuera quedan_fuera se_libra se_libran librarse exento exenta margen
  al_margen salvo excepto except besides aside no_se_usa no_usan no_entra no_cogen se_salvan
send: send sends sent sending submit submits submitted submitting submission forward deliver hand_in turn_in mandar
  mando mande manda mandan mandado mandarles enviar envio envie envia enviado enviada remitir presentar presente
  presentado
receive: receive received receives receiving get_back arrive arrived came hear_back land landed recibir recibi
  recibo recibido llego llega llegado llegar me_llego
push: press pressed pressing tap tapped click clicked clicking button buttons menu hit select pulsar pulso pulse
  boton botones tocar toco toque apretar aprete opcion pinchar pincho clicar circle blue_circle circulo circulito
  aro ring redondel azul icon icono
guide < howto: guide guides guia walkthrough walk_through step_by_step show_me_how take_me_to take_me_through
  lead_me path route ruta camino cauce via de_la_mano llevame acompañame acompaña guiame paso_a_paso tutorial
  direct_me trámite tramite pasame
switchoff: off turn_it_off shut_it_off get_rid get_rid_of apagarlo apagala quitarlo quitala desactivarlo quitarla
start: underway under_way already_started begun kicked_off arrancado arranco en_marcha opened opens new_since
  de_cuando
cancel: reverse reversal reversed reverting revert revertir marcha_atras vuelta_atras dar_marcha_atras take_it_back
  rescind
past: once_inside already_in already_inside una_vez_dentro ya_dentro ya_metido ya_cogieron ya_tomaron up_to_now
  so_far hasta_ahora learned_already absorbed incorporated incorporados ya_aprendio unlearning desaprendizaje
  forget_what forgets
still: still yet even_now todavia aun sigue siguen sigo seguir continua
minor: underage wee_one wee_ones lad lass tween preteen schoolgirl schoolboy students alumnos alumno alumna minoria
  age_of_majority below_the_age below_18 nene nena nenes hijita hijito cria chiquillo chiquilla menor_de_edad
  criatura sobrinito kiddo kiddos
adult: grown_ups eighteen mayor_de_18 over_18s
elder: grandad grandpas grandma pensioners abuelos yayo yaya
person: woman man lady gentleman señor señora hombre mujer guy bloke ordinary normal_people citizen citizens
  ciudadano ciudadana ciudadania subjects interesado interesados members miembros crowd public_figure
who: which_people whoever a_quien a_quienes que_gente que_personas que_usuarios whose
famous: famous celebrity celebrities influencer famoso famosos creators artist artists artista artistas musician
  musico photographer fotografo
abroad: london londres switzerland scotland wales welsh northern_ireland belfast new_york miami california texas
  florida bogota lima caracas buenos_aires santiago mexican_citizen morocco marruecos nigeria kenya egypt russia
  rusia ukraine ucrania israel serbia bosnia albania andorra gibraltar norway noruega iceland islandia puerto_rico
  cuba dominicana honduras guatemala salvador nicaragua panama costa_rica paraguay brasileño peruano chileno
europe: spain españa germany alemania france francia italy italia portugal ireland irlanda irish malta maltese
  greece grecia poland polonia romania rumania netherlands holanda belgium belgica austria sweden suecia denmark
  dinamarca finland finlandia croatia bulgaria hungary madrid barcelona dublin berlin paris lisbon lisboa rome roma
  valencia sevilla cork resident residente eu_citizen europea
place: inside outside above below under behind beside between among around here there somewhere anywhere elsewhere
  nowhere everywhere aqui ahi alla alli arriba abajo debajo detras encima frente junto lado dentro afuera
  en_algun_sitio
now: now right_now these_days nowadays ahora ahora_mismo hoy_en_dia actualmente at_the_moment present
before: before beforehand prior predating until previously antes previo previa hasta anteriormente
after: after afterwards since_then subsequently following despues luego tras posterior posteriormente a_partir once
  una_vez next_step siguiente_paso
much: much many lot lots very too so enough plenty mucho mucha muchos muchas muy tan tanto tanta bastante demasiado
  demasiada suficiente monton basta
same: same equal equally alike too also as_well igual igualmente mismo misma tambien idem likewise
other: other another different else rather instead otro otra otros otras distinto diferente alternativa alternative
  alternatives alternatively otherwise
multiple: two three four both couple second third separately each_one dos tres cuatro ambos tercera por_separado
  todas_mis_cuentas cada_una cada_uno one_for_each single_form un_solo profiles perfiles other_account otra_cuenta
  the_other_one
first: first firstly one primero primera beginning to_begin
number: one two three four five six seven eight nine ten uno dos tres cuatro cinco seis siete ocho nueve diez
  hundred thousand million
feel: nervous calm anxious scared stressed nerviosa nervioso tranquila tranquilo asustada agobiada cringe
  embarrassing ashamed verguenza
think: opinion position stance say_about opinan postura piensan
valid: valid validity void count counts admissible effective lawful valido valida nulo sirve vale admisible
trust: verify verified true truth reliable making_this_up made_up making_it_up invent invented up_to_date outdated
  verificado verificada inventas inventado te_inventas creer creerte fiarme fio how_recent how_current al_dia
  caducado equivocas
source: back_up respaldan respalden basan based_on who_told citation footnote according_to dato_verificado
remember: remember remembers recall memory acordar acuerdas acordaras recordar memoria forget olvidar olvides log
  logs logged history historial record anotas guardas apuntas
bye: cheerio ta_ta off_now going_now gotta_go have_to_go me_voy me_largo me_piro agur despido hasta_otra taluego
  talue buen_dia have_a_nice_day see_u cya
hello: holii holi ola wenas que_onda que_hay buen_dia evening morning afternoon aloha yo heya hola_bot hey_bot
  what_about_you anyone_there
thanks: kind lovely god_bless amable muy_amable dios_se_lo_pague helpful very_helpful great_help gran_ayuda
  cheers_mate bendiciones
human: real_gentleman lady_to_talk señorita oficina office somebody_real volunteers voluntarios ring_you marcarles
  te_llamo call_you
about: who_are_you who_made_you who_runs_you who_pays who_owns are_you_meta quien_eres quien_te_hizo quien_te_paga
  eres_de_meta de_parte_de_quien behind_this quien_lleva detras_de behind_you organisation_behind who_is_behind
  who_built
can_you: what_can_you what_do_you_know que_sabes_hacer que_puedes_hacer para_que_sirves de_que_sabes topics temas
  asuntos skills abilities useful_to_me ask_you preguntarte what_else_can
law: art article articulo paragraph apartado gdpr rgpd regulation directive act ai_act dsa dma ley_de statute
  legislative legislativas legislativa
court: omnibus cologne colonia oberlandesgericht olg ruling injunction sued suing class demandaron denunciaron
  sanction fine fined multa sancion
authority: commissioner regulators dpc aepd edpb cnil agpd supervisory ireland_dpc decision_of watchdogs
legit: balancing interest_test ponderacion without_consent sin_consentimiento sin_permiso nobody_asked
  nadie_me_pregunto nadie_me_ha_preguntado legal_ground base
criticism < protest: unfair injusto turbio shady dark_pattern trick truco default by_default por_defecto opt_in
  silence silencio callarse burden hide_the esconden should_ask deberian_preguntar lazy vagos assume asumen
  dan_por_hecho
reason: explain_myself dar_explicaciones excuse excusa grounds alegar alegaciones argumentar particular_situation
  situacion_particular circumstances
letter: template boilerplate sample wording plantilla ejemplo_de modelo_de redactada carta_lista hazme_una write_me
  escribeme draft_me
mail: correo_electronico e_mail_address different_email otro_correo which_email que_correo bandeja junk
  carpeta_de_spam
form: blank_box what_do_i_write que_pongo reason_box casilla
error: missing greyed doesnt_appear does_not_appear not_there isnt_there no_sale no_me_sale no_aparece no_encuentro
  cant_find can_not_find could_not_find not_available no_disponible page_not_available dead_link broken_link
  enlace_roto vacio empty spinning loop kicks_me
effect: downside downsides drawback drawbacks consequence consecuencias desventaja desventajas what_changes
  que_cambia lose_access still_see punish castigo castigan reach visibility visibilidad shadowban penalize
check: did_it_work se_hizo esta_hecho did_it_go_through how_do_i_know_if expire expires caduca renewal renew renovar
  redo hay_que_repetir registered_my
late: missed_the_date se_me_paso se_paso_el_plazo may_27 deadline_passed llegue_tarde llego_tarde a_tiempo_de
  still_object
date: since_when desde_cuando start_date fecha_de_inicio
delete: scrub purge pulling_down take_down descolgar retirar deactivate desactivo desactivar_la_cuenta
  cerrar_la_cuenta close_my_account limit_past
private: friends_only padlock candado restricted restringido close_friends mejores_amigos privado_es
sensitive: diagnosis diagnostico operation operacion church iglesia parish parroquia vote voto vota union sindicato
  sindical therapy terapia cancer depresion hiv vih addiction adiccion trans bisexual hijab mosque mezquita muslim
  christian jewish cristiano musulman judio abortion aborto heart_operation
interact: thumb thumbs thumbs_up pulgar emoji emojis scroll watch_time tap_like reacts reacciono crush
post: rants rant memes meme snaps words textual blog escritos lo_que_escribo what_i_write threads_posts
  correspondence timeline portafolio portfolio gallery galeria
captions: alt_texts alt_text texto_alternativo textos_alternativos pie_de pies_de under_the_photo debajo_de_la_foto
  below_my_photo
message: correspondence correspondencia whisper audios voice_notes what_i_tell lo_que_hablo lo_que_hablamos
  conversacion_privada convos convo
ai_talk < ai: prompts prompt type_to typed_to what_i_type what_i_ask ask_meta_ai asked_meta_ai tell_meta_ai
  escribo_a_meta pregunto_a_meta le_pregunto_a le_cuento_a chat_with_meta talk_to_meta hablo_con_meta
  assistants_window inputs input
othernet: grok openai canva wetransfer midjourney capcut
risk: deepfake deepfakes clone cloned cloning voice_clone clonar clonen suplanten identity_theft leak strangers
  desconocidos regurgitate blackmail chantaje what_could_happen worst_case que_me_puede_pasar que_mal malo_que
protect: careful tips consejos advice self_defence recommendations recomendaciones cautious cuidado cuidadosa
  less_data menos_datos safer hygiene steps_besides
future: stricter ban banned changes_ahead next_year_rules venidera anticipated upcoming_rules en_el_futuro se_preven
  novedades cambiara_la_ley change_later
copy: what_you_hold what_they_hold subject_access acceso_a_mis_datos copia_de_mis_datos all_my_data
  enseñe_lo_que_sabe
gain: in_it_for_them whats_in_it motive motives motivo_de_meta provecho for_what_reason_meta keen catch_up compete
  competir por_dinero make_money
news: whats_all_this que_es_todo_esto whats_this_about de_que_va whats_going_on que_pasa_con_meta what_changed
  que_cambio statement comunicado cadena rumor bulo
payment: transaction transactions transaccion transacciones movimiento movimientos
try: try tries tried trying attempt attempts attempted attempting intentar intento intentado intente intentando
  probar probado pruebo procurar
vanish < lose: disappear disappears disappeared vanished suddenly gone reverted returned_back came_back bounced
  desaparecer desaparecio desaparecido devuelto
recognise: recognise recognize recognised recognized identify recall familiar aware_of reconocer reconozco reconoce
  identificar me_suena
get < receive: get gets getting got gotten obtain acquire conseguir consigo obtener obtengo
urgent < quick: urgent urgently emergency right_away at_once straight_away urgente urgentemente emergencia
  de_inmediato
wallet < bank: wallet purse handbag pocket cartera monedero bolso mugged
physical < real: physical actual tangible fisica fisico plastic
certain < only: certain specific particular special concreto concreta determinado especifico
usual: usual usually normal normally typical typically standard regular often frequently frequent most_of_the_time
  normalmente habitual suele suelen frecuente
create < put: create creates created creating make_a build generate design open_a start_a crear creo_una generar
  abrir
suggest < help: suggest suggests suggestion suggestions recommend recommended recommendation recommendations advise
  advice_on best_way refer sugerir sugerencia sugieres recomienda recomiendas
alert < announce: alert alerts flag notify_me inform let_me_know tell_me_when avisa avisame alertas
low < less: low bottom below minimum short running_out bajo baja escaso
level < measure: level pressure amount percentage percent degree nivel presion porcentaje
move: move moved moving transfer shift relocate bring carry mover mueve mudar mudo mudanza trasladar llevar
reset < alter: reset factory_reset restart reboot restore reinstall reiniciar restablecer restaurar reinstalar
connect: connect disconnect plug unplug cable wire socket outlet charger enchufe cargador enchufar conectar
  desconectar
appliance < home: fridge refrigerator washer dryer toaster kettle freezer nevera frigorifico lavadora horno
city < place2: chicago seattle boston denver houston phoenix austin atlanta orlando tampa vegas las_vegas
  los_angeles san_francisco san_diego dallas miami_beach portland philadelphia washington detroit nashville toronto
  tokyo beijing moscow sydney dubai downtown
bankname < bank: chase wells_fargo citibank bank_of_america capital_one american_express santander bbva caixabank
  hsbc barclays revolut monzo n26
eatery < restaurant: mcdonalds starbucks outback applebees chilis olive_garden red_lobster red_robin steakhouse
  burger_king kfc subway_sandwich taco_bell dennys buffet
retailer < trade: walmart target costco ikea home_depot best_buy mercadona carrefour zara
firstname: john steve bob chris kevin tom mike david mary anna maria juan jose luis carlos ana pedro laura sarah
busy < plan: busy free_on available_on ocupado ocupada disponible am_i_free
hobby < leisure: hobby hobbies activity activities aficion aficiones pastime
life: life lifespan living meaning_of_life vida existencia
repeat_please < again: say_that_again repeat_that come_again what_did_you_say que_dijiste repite_eso
decide: decide decides decided choose chooses chose chosen pick select selection decidir decido elegir elijo escoger
  escojo
allowed < permission: allowed permitted may_i am_i_allowed can_i_use supported accepted acceptable permitido
  se_permite
deny: wont_let wouldnt_let will_not_let would_not_let no_me_deja no_deja not_let keeps_failing
per < number: per every each daily weekly monthly annually diario semanal mensual por_dia per_day
"""
