"""Everyday words by the idea that they stand for: money, travel, food, home, time, leisure, in English and Spanish.

One idea a line, `idea < wider idea: words`; `_` joins words of an expression. They tell other matters from the
bot's own.
"""

from typing import Final

IDEAS: Final = """
bank < finance: bank banks banking banker branch banco bancos bancario bancaria sucursal teller
finance: finance financial money funds fund savings saving invest investment investing stock stocks shares dow
  nasdaq portfolio bonds pension finanzas fondos ahorro ahorros inversion invertir bolsa acciones 401k ira
  retirement rollover
card < finance: card cards debit credit visa mastercard amex plastic contactless tarjeta tarjetas debito credito
  chip prepaid disposable virtual_card
balance < finance: balance balances available_funds how_much_money saldo saldos left_in in_my_account
transfer < finance: transfer transfers transferred transferring wire send_money sent_money move_money remit
  transferencia transferencias transferir remittance beneficiary recipient payee sepa swift iban
payment < finance: pay pays paid paying payment payments direct_debit standing_order settle pago pagos pagar
  paid_for repay repayment
bill < finance: bill bills billed invoice invoices utility utilities electric_bill water_bill factura facturas
  recibo recibos statement
purchase < trade: buy buys bought buying purchase purchases purchased purchasing order ordered ordering comprar
  compra compras compro compre pedido pedidos pedir shopping spend spending spent spent_on
trade: shop store market mall sale sell seller selling deal deals discount coupon merchant retailer vender vendo
  venta oferta descuento tienda mercado
refund < trade: refund refunds refunded refunding money_back reimburse reimbursed reimbursement return returned
  chargeback reembolso reembolsar devolver devolucion devuelvan
dispute < refund: dispute disputed didnt_make did_not_make not_mine unrecognized dont_recognize do_not_recognize
  not_recognize unknown_charge strange unfamiliar i_never contest
fee < finance: fee fees charge charges charged charging cost costs extra_fee surcharge commission overdraft comision
  comisiones cargo cargos price overcharged
exchange < finance: exchange currency currencies foreign_currency rate rates conversion convert dollar dollars euro
  euros pound pounds yen pesos peso divisa divisas moneda cambio_de_moneda usd eur gbp exchange_rate fiat
crypto < finance: bitcoin crypto cryptocurrency ethereum cripto criptomoneda criptomonedas
loan < finance: loan loans mortgage borrow lend lending debt debts owe credit_score prestamo prestamos hipoteca
  deuda deudas interest_rate apr interes
limit < finance: limit limits maximum minimum cap restrict restriction restricted limite maximo minimo
  allowed_to_spend
atm < cash: atm atms cash_machine cashpoint cajero withdraw withdrawal withdrew withdrawals withdrawing
  take_out_money got_cash
cash: cash coins notes bills_cash money dinero efectivo plata billete billetes cheque cheques check_deposit checks
  checkbook
deposit < finance: deposit deposits deposited depositing top_up topping_up topped_up topup top-up load add_money
  ingresar ingreso recarga recargar fund_my
salary < work_life: salary wage wages paycheck payday paid_monthly income earnings direct_deposit w2 sueldo salario
  nomina ingreso paystub
tax < state2: tax taxes taxation irs impuesto impuestos hacienda deduction taxed
insurance < finance: insurance insured insure coverage policy premium deductible seguro seguros poliza aseguradora
pending < status: pending processing still_pending waiting in_progress hasnt_gone_through not_gone_through
  not_showing hasnt_shown not_yet pendiente en_proceso
status: status progress update state situation estado situacion track tracking
declined < fail2: declined denied rejected not_accepted refused wont_accept didnt_go_through did_not_go_through
  not_go_through rechazada blocked
fail2: not_working doesnt_work failed fails broken wont_work unable problem cannot down
freeze < block: freeze froze frozen block blocked blocking lock locked hold on_hold suspend suspended bloquear
  bloqueada bloqueo congelar unfreeze unblock unlock
block: deactivate stop halt disable stuck
damage < fail2: damaged damage broken cracked bent scratched swallowed torn roto dañado estropeado ate eaten
steal2 < crime2: stolen stole theft lost missing robbed compromised fraud fraudulent scam
crime2: fraud police thief criminal unauthorized somebody_used someone_used
arrive < travel: arrive arrives arrived arrival arriving come came get_here land landed delivered delivery deliver
  ship shipped shipping shipment package parcel llegar llega llego llegada entrega entregar envio paquete mailed
  expected
replace < alter2: replace replacement replacing new_one renew renewal renewed reissue substitute swap reemplazo
  renovar renovacion another_one expire expires expired expiration expiring
alter2: change modify update edit switch convert new_address
identity < document: identity identification id passport license licence visa documents document dni pasaporte
  identificacion carnet documento documentos prove verify_identity
document: document documents paper papers paperwork form application certificate certificado papeles
travel: travel traveling travelling trip trips journey vacation vacations holiday holidays tour visit visiting
  tourist viaje viajes viajar viajo vacaciones turismo turista abroad international itinerary destination
  sightseeing
flight < travel: flight flights fly flying plane airplane airline airlines airport boarding layover delta jetblue
  vuelo vuelos volar avion aeropuerto aerolinea
luggage < travel: luggage baggage suitcase bag bags carry_on carryon checked_bag maleta equipaje
hotel < travel: hotel hotels motel hostel airbnb room rooms lodging accommodation stay staying hoteles habitacion
  alojamiento
book < plan: book booking booked reserve reserved reservation reservations appointment appointments reservar reserva
  reservas cita citas schedule table_for
car < vehicle: car cars truck vehicle vehicles automobile suv van sedan coche coches auto carro vehiculo engine
  motor toyota honda ford chevy rental rent_a_car
vehicle: drive driving drives tire tires tyre wheel mileage miles_per_gallon mpg oil oil_change gas gasoline fuel
  petrol tank mechanic brake brakes jump_start battery conducir manejar gasolina llanta neumatico motocicleta moto
  motorcycle
transit < travel: bus buses train_station trains subway metro uber lyft taxi cab ride autobus tren tranvia shuttle
traffic < travel: traffic road roads highway route routes congestion jam commute trafico atasco carretera
direction < place2: direction directions navigate map maps gps get_to how_far distance far near nearby nearest
  closest address direccion mapa cerca lejos distancia miles
place2: place places city cities town street here there location lugar ciudad calle pueblo sitio area region
  neighborhood
weather < nature: weather forecast rain raining rainy snow snowing sunny cloudy temperature hot cold warm humidity
  wind storm umbrella degrees fahrenheit celsius clima lluvia llueve llover nieve nublado temperatura calor frio
  pronostico
nature: nature animal animals sun moon sea ocean mountain tree forest river planet earth world naturaleza animales
  sol luna mar montaña arbol bosque
pet < nature: dog dogs cat cats puppy kitten pet pets bird fish hamster perro perros gato gatos mascota
food: food foods eat eating ate meal meals dish dishes dinner lunch breakfast supper snack hungry comida comer
  como_comida cena cenar almuerzo desayuno hambre plato
recipe < cook: recipe recipes ingredient ingredients receta recetas ingrediente ingredientes what_goes_in
  need_to_make
cook < food: cook cooking cooked bake baking baked boil fry fried grill oven roast simmer stove prepare cocinar
  cocino hornear horno freir how_long_should_i_cook microwave crockpot
restaurant < food: restaurant restaurants cafe diner bar pizzeria eatery waiter menu reservation restaurante
  restaurantes cafeteria dine
nutrition < food: calorie calories nutrition nutritional protein fat carbs sugar vitamin vitamins sodium cholesterol
  healthy calorias proteinas fiber diet
meat < food: chicken beef pork steak bacon ham turkey lamb sausage pollo carne cerdo jamon fish salmon shrimp tuna
produce < food: fruit fruits vegetable vegetables apple apples banana orange tomato tomatoes potato potatoes onion
  carrot lettuce avocado fruta verdura manzana
dessert < food: cake cookies cookie pie ice_cream chocolate brownies candy pastel tarta galletas helado pancakes
  bread pan rice pasta pizza spaghetti lasagna burger sandwich soup salad cheese egg eggs milk butter taco tacos
  sushi arroz queso huevo leche
drink: drink drinks beverage water coffee tea beer wine juice soda cocktail bebida agua cafe cerveza vino jugo zumo
cuisine < food: mexican italian_food chinese_food thai indian french_food korean ethnic cuisine
spoil < food: spoiled expire expired go_bad rotten stale shelf_life good_for last_in still_good caducado
substitute < food: substitute instead_of swap alternative replace sustituto sustituir
shoppinglist < list2: grocery groceries shopping_list supermarket supermercado lista_de_la_compra
list2: list lists item items lista listas listado
todo < list2: to_do todo to-do task tasks chore chores tareas pendientes agenda_tasks
calendar < plan: calendar schedule agenda event events meeting meetings appointment conference reunion reuniones
  evento eventos calendario scheduled
plan: plan plans planning planned organize arrange planificar planear organizar
reminder < plan: remind reminds reminder reminders recordar recordatorio recuerdame recordarme dont_forget remember
alarm < clock: alarm alarms wake wake_up despertador alarma alarmas despertar
timer < clock: timer timers stopwatch countdown temporizador cronometro
clock: clock time oclock pm am hour hours minute minutes seconds reloj hora horas what_time que_hora timezone
  time_zone zona_horaria noon midnight
day2: day days week weeks weekend month months monday tuesday wednesday thursday friday saturday sunday lunes martes
  miercoles jueves viernes sabado domingo today tonight tomorrow yesterday hoy mañana ayer semana mes
holiday2 < day2: holiday holidays christmas easter thanksgiving halloween new_years navidad festivo pto day_off
  days_off vacation_days time_off leave_days paid_time_off
music < leisure: music song songs artist band album singer tune tunes playlist playlists concert musica cancion
  canciones cantante banda lyrics radio
play < leisure: play plays playing played game games gaming jugar juego juegos partido tocar reproduce poner_musica
leisure: movie movies film show tv television series netflix book books novel read_book sport sports football soccer
  basketball baseball tennis party hobby fun pelicula peliculas serie libro libros deporte futbol fiesta team match
  score league
joke < leisure: joke jokes funny laugh humor pun chiste chistes broma gracioso
fact < leisure: fact facts trivia interesting curious curiosidad dato_curioso
dice < leisure: dice die_roll roll coin flip heads tails toss moneda_cara random pick_a_number
story2 < leisure: poem poetry sing dance riddle cuento poema cantar bailar
skip < media: skip next_song next previous pause resume stop_music rewind volume louder quieter loud quiet turn_up
  turn_down volumen subir_volumen bajar
media: player speaker speakers sound audio headphones bluetooth altavoz sonido
home < building: home house apartment flat room kitchen bedroom bathroom living_room garage casa piso apartamento
  cuarto cocina dormitorio habitacion baño
building: door window roof floor stairs elevator wall furniture rent landlord puerta ventana alquiler
smarthome < home: light lights lamp thermostat heater heating ac air_conditioning vacuum roomba tv_on luz luces
  lampara termostato calefaccion fan smart_home
clean < home: clean cleaning wash laundry dishes dishwasher dirty sweep mop limpiar lavar limpieza
health < body: health doctor hospital medicine sick ill illness disease pain headache fever vaccine vaccines shot
  shots symptom symptoms clinic nurse dentist salud medico doctora enfermo enferma dolor medicina vacuna
  blood_pressure
body: body hand head heart eye eyes leg arm hair skin teeth blood cuerpo mano cabeza ojo pelo height weight tall
exercise < body: exercise workout gym run running walk jog yoga lose_weight ejercicio gimnasio correr caminar
sleep < body: sleep sleeping slept nap bed tired insomnia dormir sueño cama cansado
feeling: happy sad bored lonely depressed excited love feliz triste aburrido solo amor alegre
work_life: job jobs work career office employer employee boss hire hired interview resume colleague coworker trabajo
  empleo oficina jefe curriculum entrevista unemployed human_resources benefits_work promotion raise fired
school < study: school college university class classes exam exams homework grade student teacher course escuela
  colegio universidad clase examen tarea estudiante profesor curso
study: study science math maths calculate calculation calculator plus minus times divided square_root equation
  percent sum formula matematicas calcular suma resta multiply multiplied geometry physics chemistry history biology
measure: measurement convert inches feet meters metres miles kilometers pounds kilograms ounces cups grams liters
  gallons tablespoons teaspoons centimeters metros kilos litros
word < study: word words spell spelling spelled letter_of definition define synonym synonyms dictionary grammar
  pronounce palabra palabras deletrear ortografia sinonimo meaning_of
translate < word: translate translation translator say_in how_do_you_say in_french in_german in_italian in_japanese
  in_chinese traducir traduce traduccion como_se_dice
gift: gift gifts present_gift birthday_present wedding regalo regalos boda
clothes: clothes shirt pants shoes dress jacket hat ropa camisa zapatos vestido pantalones size
machine2: gadget printer keyboard mouse monitor router charger battery impresora teclado cargador bateria apple_pay
  google_pay
whisper < voice2: whisper accent speak_slower slower faster_speech voice_change male female louder
voice2: voice speak talking tone voz
callphone < comm: call dial ring phone_call telephone make_a_call llamar llamada marcar
textsend < comm: text message sms send_text mandar_mensaje text_message
comm: contact reach communicate communication contactar comunicar touch get_hold
findphone < search2: find_my_phone lost_phone where_is_my_phone
search2: search find look lookup google_it locate
sharelocation < place2: share_location my_location current_location where_am_i ubicacion_actual
age2: years_old how_old birthday born
identityai: who_are_you what_are_you are_you_real are_you_human your_name who_made_you who_created_you who_built_you
  where_are_you_from made_by maker quien_eres que_eres como_te_llamas quien_te_creo eres_real eres_humano
  eres_un_bot creator designed invented
hobbies: your_hobbies free_time do_for_fun spare_time
country2: country nationality citizen citizenship residence resident born_in live_in countries supported states
  nations pais
available < can2: available availability offered offer supported support works_in disponible ofrecen
can2: possible able allowed permitted allows accept accepts accepted take_cards where_can
automatic < process: automatic automatically auto auto_top_up recurring scheduled automatico
process: process procedure how_does steps method methods way ways via through
wrong < fail2: wrong incorrect mistake mistaken error inaccurate not_right doesnt_match does_not_match not_match
  mismatch off equivocado incorrecto equivocacion accident accidentally
double < count2: twice double doubled duplicate duplicated two_times charged_twice repeated more_than_once
  second_time dos_veces doble
count2: many number total amount sum how_many quantity
extra < count2: extra additional more_than higher_than too_much unexpected additional_charge surplus
less < count2: less lower fewer not_enough insufficient short_of smaller
reason2: why reason cause explain_why how_come
earn < reward: earn points rewards reward miles cashback cash_back perks bonus points_earned puntos recompensa
  recompensas redeem loyalty
reward: prize win won winner lottery premio ganar loteria
improve < alter2: improve increase raise boost better build_up higher upgrade mejorar aumentar subir
lower < alter2: decrease reduce lower drop cut reducir bajar disminuir
pin < secret: pin pincode passcode pin_number cvv security_code forgot_pin codigo_pin
secret: password secret code passphrase clave
link2 < comm: link linked connect connected connecting sync pair bluetooth conectar vincular enlazar add_card
"""
