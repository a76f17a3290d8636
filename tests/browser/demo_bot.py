"""A tiny bot without any framework, to drive the page: every button and text here shows one thing the page can do."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Any

import aiohttp

Json = dict[str, Any]
WORDS: dict[str, Json] = {
    "en": {
        "hello": "Hello, {name}! I can show you how your data is used, step by step.",
        "menu": [["What can you do?", "menu:about"], ["Open the guide", "guide:1"]],
        "about": "I answer questions about Meta AI and your data.",
        "step": "Step {number} of 3",
        "do": [
            "Open Instagram and tap your profile.",
            "Open the menu and look for “Privacy Center”.",
            "Send the form.",
        ],
        "next": "Next",
        "back": "Back",
        "done": "Done!",
        "echo": "You wrote: ",
        "moment": "One moment…",
        "command": "What I can do",
        "describe": "Ask me anything about Meta AI and your data.\n\nI answer with sources, and I can walk you through objecting.",
    },
    "es": {
        "hello": "¡Hola, {name}! Puedo mostrarte paso a paso cómo se usan tus datos.",
        "menu": [["¿Qué puedes hacer?", "menu:about"], ["Abrir la guía", "guide:1"]],
        "about": "Respondo preguntas sobre Meta AI y tus datos.",
        "step": "Paso {number} de 3",
        "do": [
            "Abre Instagram y toca tu perfil.",
            "Abre el menú y busca «Centro de privacidad».",
            "Envía el formulario.",
        ],
        "next": "Siguiente",
        "back": "Atrás",
        "done": "¡Listo!",
        "echo": "Escribiste: ",
        "moment": "Un momento…",
        "command": "Qué puedo hacer",
        "describe": "Pregúntame lo que quieras sobre Meta AI y tus datos.\n\nRespondo con fuentes y te acompaño para oponerte.",
    },
}


class DemoBot:
    """Polls, and answers by a few rules."""

    def __init__(self, session: aiohttp.ClientSession, base: str) -> None:
        self._session = session
        self._base = base

    async def call(self, method: str, **params: Any) -> Any:
        """One Bot API call; its result, or None when it was refused."""
        async with self._session.post(f"{self._base}/{method}", json=params) as response:
            return (await response.json()).get("result")

    async def introduce(self) -> None:
        """Commands and descriptions in both languages."""
        for code in ("", "es"):
            words = WORDS[code or "en"]
            commands = [
                {"command": "help", "description": words["command"]},
                {"command": "guide", "description": words["step"].format(number=1)},
            ]
            await self.call("setMyCommands", commands=commands, language_code=code)
            await self.call("setMyDescription", description=words["describe"], language_code=code)
        await self.call("setMyName", name="Oponte")

    async def run(self) -> None:
        """Forever."""
        offset = 0
        while True:
            for update in await self.call("getUpdates", offset=offset, timeout=30) or ():
                offset = update["update_id"] + 1
                await self._take(update)

    async def _take(self, update: Json) -> None:
        if "callback_query" in update:
            await self._pressed(update["callback_query"])
        elif "inline_query" in update:
            await self._asked_inline(update["inline_query"])
        elif "text" in update.get("message", {}):
            await self._said(update["message"])

    async def _said(self, message: Json) -> None:
        words, chat, text = _words(message["from"]), message["chat"]["id"], message["text"]
        await self.call("sendChatAction", chat_id=chat, action="typing")
        thread = {"message_thread_id": message["message_thread_id"]} if "message_thread_id" in message else {}
        command = text.split("@")[0].split()[0]
        if command == "/start":
            rows = [[{"text": label, "callback_data": data}] for label, data in words["menu"]]
            hello = words["hello"].format(name=message["from"]["first_name"])
            await self.call("sendMessage", chat_id=chat, text=hello, reply_markup={"inline_keyboard": rows}, **thread)
        elif command == "/guide":
            await self.call("sendMessage", chat_id=chat, **_step(words, 1), **thread)
        elif command == "/rich":
            await self._rich(chat)
        elif command == "/file":
            await self._file(chat)
        else:
            await self.call("sendMessage", chat_id=chat, text=f"{words['echo']}{text}"[:4096], **thread)

    async def _rich(self, chat: int) -> None:
        html = (
            "<b>Private messages</b>\n\nNo. According to Meta, <b>private messages</b> with friends and family are "
            "<u>not</u> used to train its AI, <i>unless</i> somebody in the chat shares them with Meta AI.\n\n"
            "<blockquote>“We do not use the content of your private messages to train our AIs.”</blockquote>\n"
            'Source: <a href="https://about.fb.com/news/">Meta, April 2025</a> · checked 1 November 2026\n\n'
            '<pre><code class="language-text">I object to the use of my personal data.</code></pre>\n'
            "Code <code>C/2025</code>, <tg-spoiler>hidden</tg-spoiler>, <s>gone</s>, /help, https://edpb.europa.eu"
        )
        rows = [
            [{"text": "And on WhatsApp?", "callback_data": "menu:about"}, {"text": "Why?", "callback_data": "alert"}],
            [{"text": "Copy my reason", "copy_text": {"text": "I object."}}, {"text": "Meta’s page", "url": "https://about.fb.com/news/"}],
            [{"text": "Delete", "callback_data": "delete", "style": "danger"}],
        ]  # fmt: skip
        await self.call(
            "sendMessage", chat_id=chat, text=html, parse_mode="HTML", reply_markup={"inline_keyboard": rows}
        )

    async def _file(self, chat: int) -> None:
        form = aiohttp.FormData({"chat_id": str(chat), "caption": "Your letter, ready to send."})
        form.add_field(
            "document", b"Dear Meta,\nI object.\n", filename="objection-letter.txt", content_type="text/plain"
        )
        async with self._session.post(f"{self._base}/sendDocument", data=form):
            pass

    async def _pressed(self, query: Json) -> None:
        words, data = _words(query["from"]), query["data"]
        if data == "alert":
            await self.call("answerCallbackQuery", callback_query_id=query["id"], text=words["about"], show_alert=True)
            return
        await self.call("answerCallbackQuery", callback_query_id=query["id"], text=words["moment"])
        if "message" not in query:
            await self.call("editMessageText", inline_message_id=query["inline_message_id"], text=words["done"])
            return
        where = {"chat_id": query["message"]["chat"]["id"], "message_id": query["message"]["message_id"]}
        if data == "delete":
            await self.call("deleteMessage", **where)
        elif data.startswith("guide:"):
            await self.call("editMessageText", **where, **_step(words, int(data.removeprefix("guide:"))))
        else:
            await self.call("sendMessage", chat_id=where["chat_id"], text=words["about"])

    async def _asked_inline(self, query: Json) -> None:
        words = _words(query["from"])
        articles = [
            {
                "type": "article",
                "id": str(number),
                "title": words["step"].format(number=number),
                "description": words["do"][number - 1],
                "input_message_content": {"message_text": words["do"][number - 1]},
                "reply_markup": {"inline_keyboard": [[{"text": words["next"], "callback_data": "inline"}]]},
            }
            for number in (1, 2, 3)
        ]
        await self.call("answerInlineQuery", inline_query_id=query["id"], results=articles, is_personal=True)


def _words(person: Json) -> Json:
    return WORDS["es" if person.get("language_code", "").startswith("es") else "en"]


def _step(words: Json, number: int) -> Json:
    if number > 3:
        return {"text": words["done"]}
    text = f"{words['step'].format(number=number)}\n\n{words['do'][number - 1]}"
    title = len(words["step"].format(number=number))
    row = [{"text": words["next"], "callback_data": f"guide:{number + 1}"}]
    if number > 1:
        row.insert(0, {"text": words["back"], "callback_data": f"guide:{number - 1}"})
    entities = [{"type": "bold", "offset": 0, "length": title}]
    return {"text": text, "entities": entities, "reply_markup": {"inline_keyboard": [row]}}


@asynccontextmanager
async def demo_bot(api_url: str, token: str) -> AsyncIterator[DemoBot]:
    """Runs the bot for the time of the block."""
    async with aiohttp.ClientSession() as session:
        bot = DemoBot(session, f"{api_url}/bot{token}")
        await bot.introduce()
        task = asyncio.create_task(bot.run())
        try:
            yield bot
        finally:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task


async def _main() -> None:
    """`python demo_bot.py URL TOKEN`: for looking at the page by hand."""
    import sys

    async with demo_bot(sys.argv[1], sys.argv[2]):
        await asyncio.Event().wait()


if __name__ == "__main__":
    print(json.dumps({"running": True}))
    asyncio.run(_main())
