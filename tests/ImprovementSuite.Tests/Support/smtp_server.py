"""The tests' mail server: keeps each message as a file, and does with the next as the file "mood" in its folder says.

usage: smtp_server.py FOLDER. Prints its port. Moods: "refuse" says no, "hold" takes the message and never answers, "cut" takes it and hangs up.
"""
import asyncio
import os
import sys

from aiosmtpd.smtp import SMTP

folder = sys.argv[1]
count = 0


def mood():
    try:
        with open(os.path.join(folder, "mood")) as file:
            return file.read().strip()
    except FileNotFoundError:
        return ""


class Keeper:
    async def handle_DATA(self, server, session, envelope):
        global count
        if mood() == "refuse":
            return "451 The mailbox is busy"
        count += 1
        part = os.path.join(folder, f"{count:03d}.part")
        with open(part, "wb") as file:
            file.write(("X-Sent-To: " + ", ".join(envelope.rcpt_tos) + "\r\n").encode() + envelope.original_content)
        os.rename(part, os.path.join(folder, f"{count:03d}.eml"))
        if mood() == "cut":
            server.transport.abort()
        while mood() == "hold":
            await asyncio.sleep(0.02)
        return "250 Taken"


async def main():
    server = await asyncio.get_running_loop().create_server(lambda: SMTP(Keeper(), hostname="mail.example.org"), "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


asyncio.run(main())
