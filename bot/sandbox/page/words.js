// The page's own words, in the language of the phone that is in use. What the bot says is never touched.
const WORDS = {
  en: {
    chats: "Chats", theme: "Light or dark", traffic: "Raw traffic", newPerson: "Add a person", back: "Back to the chats",
    message: "Message", send: "Send", save: "Save", commands: "Commands", attach: "Attach", menu: "More",
    start: "START", restart: "UNBLOCK", whatIsIt: "What can this bot do?", typing: "typing",
    working: "preparing a file", absent: "bot is not running", asPerson: "You are {name} · phone in {language}",
    members: "{count} people and the bot", membersOnly: "{count} people", writeAs: "Write as", edited: "edited", you: "You",
    copied: "Copied", copy: "Copy text", reply: "Reply", edit: "Edit", react: "React", cancel: "Cancel", ok: "OK",
    open: "Open", openLink: "Open this link?", block: "Stop and block the bot", unblock: "Unblock the bot",
    deepLink: "Start with a deep link", payload: "Payload of the link (?start=…)", removeBot: "Remove the bot from the group",
    addBot: "Add the bot to the group", migrate: "Make it a supergroup", newTopic: "New topic", topicName: "Name of the topic",
    general: "General", photo: "Photo", voice: "Voice message", sticker: "Sticker", document: "File", name: "Name",
    language: "Phone language", code: "code, e.g. es", add: "Add", nothing: "Choose a chat", nothingYet: "Not started yet", today: "Today", yesterday: "Yesterday",
    filter: "Filter by method or text", close: "Close", noTraffic: "Nothing yet. Every request of the bot will be listed here.",
    offline: "The sandbox has stopped. Waiting for it to come back…", actions: "What to do with this message",
    newBelow: "To the newest messages", noAnswer: "The bot has not answered this button.", noResults: "No results",
    inlineHint: "Inline results of the bot",
    showAll: "Show all", hidden: "Hidden text: press to show", botAdded: "{name} added the bot", joined: "{name} joined",
    created: "{name} created the group", botLeft: "The bot left the group", removed: "{name} removed the bot",
    topicMade: "{name} opened the topic “{topic}”", topicClosed: "The topic was closed", becameSuper: "The group became a supergroup",
    pinned: "{name} pinned a message", via: "via", tooLong: "The message is too long", copyCode: "Copy this text",
    request: "Request", answer: "Answer", update: "Update to the webhook",
  },
  es: {
    chats: "Chats", theme: "Claro u oscuro", traffic: "Tráfico de la API", newPerson: "Añadir una persona", back: "Volver a los chats",
    message: "Mensaje", send: "Enviar", save: "Guardar", commands: "Comandos", attach: "Adjuntar", menu: "Más",
    start: "INICIAR", restart: "DESBLOQUEAR", whatIsIt: "¿Qué puede hacer este bot?", typing: "escribiendo",
    working: "preparando un archivo", absent: "el bot no está en marcha", asPerson: "Eres {name} · teléfono en {language}",
    members: "{count} personas y el bot", membersOnly: "{count} personas", writeAs: "Escribir como", edited: "editado", you: "Tú",
    copied: "Copiado", copy: "Copiar texto", reply: "Responder", edit: "Editar", react: "Reaccionar", cancel: "Cancelar", ok: "Aceptar",
    open: "Abrir", openLink: "¿Abrir este enlace?", block: "Detener y bloquear el bot", unblock: "Desbloquear el bot",
    deepLink: "Iniciar con un enlace", payload: "Parámetro del enlace (?start=…)", removeBot: "Quitar el bot del grupo",
    addBot: "Añadir el bot al grupo", migrate: "Convertir en supergrupo", newTopic: "Tema nuevo", topicName: "Nombre del tema",
    general: "General", photo: "Foto", voice: "Mensaje de voz", sticker: "Sticker", document: "Archivo", name: "Nombre",
    language: "Idioma del teléfono", code: "código, p. ej. es", add: "Añadir", nothing: "Elige un chat", nothingYet: "Sin empezar", today: "Hoy", yesterday: "Ayer",
    filter: "Filtrar por método o texto", close: "Cerrar", noTraffic: "Todavía nada. Aquí aparecerá cada petición del bot.",
    offline: "El sandbox se ha detenido. Esperando a que vuelva…", actions: "Qué hacer con este mensaje",
    newBelow: "Ir a los mensajes más nuevos", noAnswer: "El bot no ha respondido a este botón.", noResults: "Sin resultados",
    inlineHint: "Resultados del bot",
    showAll: "Mostrar todo", hidden: "Texto oculto: pulsa para verlo", botAdded: "{name} añadió el bot", joined: "{name} se unió",
    created: "{name} creó el grupo", botLeft: "El bot salió del grupo", removed: "{name} quitó el bot",
    topicMade: "{name} abrió el tema «{topic}»", topicClosed: "El tema se cerró", becameSuper: "El grupo pasó a ser un supergrupo",
    pinned: "{name} fijó un mensaje", via: "a través de", tooLong: "El mensaje es demasiado largo", copyCode: "Copiar este texto",
    request: "Petición", answer: "Respuesta", update: "Actualización al webhook",
  },
};

let language = "en";

export function setLanguage(code) {
  language = (code || "en").slice(0, 2) in WORDS ? code.slice(0, 2) : "en";
  document.documentElement.lang = language;
  return language;
}

export const currentLanguage = () => language;

export function t(key, values = {}) {
  return WORDS[language][key].replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
}

export function languageName(code) {
  try {
    return new Intl.DisplayNames([language], { type: "language" }).of(code);
  } catch {
    return code;
  }
}

const clock = (options) => (seconds) => new Intl.DateTimeFormat(language, options).format(seconds * 1000);
export const timeOf = (seconds) => clock({ hour: "2-digit", minute: "2-digit", hour12: false })(seconds);

export function dayOf(seconds) {
  const day = new Date(seconds * 1000);
  const today = new Date();
  const yesterday = new Date(today.getFullYear(), today.getMonth(), today.getDate() - 1);
  if (day.toDateString() === today.toDateString()) return t("today");
  if (day.toDateString() === yesterday.toDateString()) return t("yesterday");
  return clock({ day: "numeric", month: "long", year: "numeric" })(seconds);
}
