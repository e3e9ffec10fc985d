"""What people do behind the bot's name in any chat: they type, and choose one of the results."""

from bot.playground.people.messages import Impossible, Place, Writers
from bot.playground.world import Inquiry, Json, Topic, User
from bot.playground.world.posting import add_post, deliver, show


class Typists(Writers):
    """People who type `@bot words`, with each letter if they like, and send what they choose."""

    def types(self, who: User, text: str, *, offset: str = "", chat_type: str = "") -> Inquiry:
        """Let the app ask for results; `offset` asks for those behind the first ones."""
        if not self.world.bot.takes_inline:
            raise Impossible("this bot takes no inline queries")
        number = f"{self.world.updates.total + 1}{who.id:010d}{len(self.world.inquiries):06d}"
        inquiry = Inquiry(number, who, text[:256], self.world.now())
        self.world.inquiries[number] = inquiry
        content = {"id": number, "from": who.json(), "query": text[:256], "offset": offset}
        told = {"chat_type": chat_type} if chat_type else {}
        self.world.updates.push("inline_query", {**content, **told})
        return inquiry

    def choose(self, inquiry: Inquiry, key: str, *, to: Place = None) -> Json:
        """Send the result of this id to a chat, where the bot need not be; the Message there."""
        result = next((one for one in inquiry.results or () if one["id"] == key), None)
        if result is None:
            raise Impossible("there is no such result")
        who = inquiry.person
        place = to or self.private(who)
        chat = place.chat if isinstance(place, Topic) else place
        self._check_writing(who, place, chat)
        bot = self.world.bot.user
        post = add_post(self.world, place, who, {**result["content"], "via_bot": bot.json()})
        post.markup = result["markup"]
        inline = self.world.name_inline(post) if post.markup else ""
        show(self.world, post)
        deliver(self.world, post)
        self._tell_choice(inquiry, key, inline)
        return post.json()

    def _tell_choice(self, inquiry: Inquiry, key: str, inline: str) -> None:
        if not self.world.bot.tells_choices:
            return
        chosen = {"result_id": key, "from": inquiry.person.json(), "query": inquiry.text}
        told = {"inline_message_id": inline} if inline else {}
        self.world.updates.push("chosen_inline_result", {**chosen, **told})
