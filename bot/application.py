"""The composition root: the only place that builds long-lived objects, starts and stops them."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, TypeAlias

import structlog
from telegram import Bot
from telegram.error import InvalidToken

from bot import routes
from bot.clock import Clock
from bot.endpoint import Endpoint
from bot.incoming.polling import ALLOWED_UPDATES, Polling, RawUpdate, insist
from bot.incoming.turn import PollingTurn
from bot.jobs.backups import backups
from bot.jobs.boards import Boards
from bot.jobs.following import Follower, follow
from bot.jobs.hastening import HASTEN, hasten
from bot.jobs.housekeeping import housekeeping
from bot.jobs.mailings import Mailings
from bot.jobs.pushes import EVERY, Reminders, at_once_for
from bot.jobs.schedule import Job, JobSchedule
from bot.logs import in_one_line
from bot.membership import Memberships
from bot.menus import offer_menus
from bot.operation.metrics import Metrics, count_statement
from bot.operation.progress import Headway
from bot.operation.pulse import Pulse
from bot.operation.version import running_version
from bot.operation.watchdog import Watchdog
from bot.outgoing.outbox import Outbox
from bot.outgoing.pace import Limits, Pace
from bot.outgoing.transport import AiohttpRequest, NotTheBotApi, heard_by
from bot.starting import REVOKED, CannotStart, home_of, migrate, own_database, reach, warm_up
from bot.stopping import CLOSED, KEPT, LEFT, TAKEN_IN, Ending, first_of, stop_signals
from bot.web.feed import Feeds
from bot.web.health import health_routes
from bot.web.server import PortTaken, WebServer
from bot.web.webhook import webhook_route
from storage.database import Database
from storage.listening import listen
from storage.models import Chat
from storage.pushes.plans.replanning import replan_changed
from storage.transfer.exporting import Format, export

if TYPE_CHECKING:
    from aiohttp import web
    from telegram.request import BaseRequest

    from bot.incoming.flood import Flood
    from bot.replies import Export
    from bot.settings import Settings

log = structlog.get_logger(__name__)

LOOKS_ALONE = timedelta(seconds=60)  # for what a process has left behind that was killed
LOOKS = timedelta(seconds=5)  # the same where others may be there, who take over for each other
WEBHOOK_CONNECTIONS = 64  # Telegram's default is 40; the endpoint does as many updates at once

MakeOutbox: TypeAlias = Callable[[Bot], Outbox]


class NotReady(Exception):
    """An update came while the bot is starting or stopping; it has to come again."""


def compose(
    settings: Settings,
    *,
    clock: Clock | None = None,
    request: BaseRequest | None = None,
    make_outbox: MakeOutbox | None = None,
    take_over: bool = False,
    progress: Headway | None = None,
    flood: Flood | None = None,
) -> Application:
    """Build everything, connect to nothing. Tests give their own clock, transport and outbox.

    Raises CannotStart when the database's folder cannot be made.
    """
    request = request or AiohttpRequest()
    bot = Bot(
        settings.token,
        base_url=f"{settings.telegram_api_url}/bot",
        base_file_url=f"{settings.telegram_api_url}/file/bot",
        request=request,
        get_updates_request=request,
    )
    where = settings.database.bounded(settings.database_bounds)
    try:
        database = Database(where, planner=replan_changed, default_zone=settings.default_timezone)
    except OSError as error:
        raise CannotStart(f"DATABASE_URL names a place that cannot be opened ({error})") from None
    pace = Pace(Limits(bulk=settings.bulk_per_second))
    outbox = make_outbox(bot) if make_outbox else Outbox(bot, pace=pace)
    parts = (clock or Clock(), bot, database, outbox)
    return Application(settings, *parts, take_over=take_over, progress=progress, flood=flood)


class Application:
    """Everything that lives as long as the process: `start` it once, `stop` it once."""

    _intake: asyncio.Task[None] | None = None
    _watching: asyncio.Task[None] | None = None

    def __init__(
        self,
        settings: Settings,
        clock: Clock,
        bot: Bot,
        database: Database,
        outbox: Outbox,
        *,
        take_over: bool = False,
        progress: Headway | None = None,
        flood: Flood | None = None,
    ) -> None:
        self.settings = settings
        self.clock = clock
        self.bot = bot
        self.database = database
        self.outbox = outbox
        self.skew, self.contact = heard_by(bot.request)
        self._flood = flood
        self.progress = progress or Headway()
        self.metrics = Metrics(self.counts, version=running_version())
        self.endpoint = self._new_endpoint()
        self.pulse = self._new_pulse()
        self.watchdog = Watchdog(self.metrics.blocked.observe)
        memberships = Memberships(bot, outbox, database, clock)
        self.feeds = Feeds(database, memberships, clock)
        self.reminders = self._new_reminders(memberships)
        self.boards = Boards(database=database, outbox=outbox, bot=bot, clock=clock)
        self.mailings = Mailings(database=database, outbox=outbox, clock=clock)
        self._connect()
        self.schedule = JobSchedule(*self._jobs())
        self.turn = PollingTurn(database, clock)
        self.polling = Polling(bot, self.receive, turn=self.turn, progress=self.progress.fetching)
        self.web = WebServer(settings.address, self._http_routes())
        self._take_over = take_over
        self._beside: list[asyncio.Task[None]] = []
        self._ready = self._stopping = False

    def _new_reminders(self, memberships: Memberships) -> Reminders:
        return Reminders(
            database=self.database,
            outbox=self.outbox,
            clock=self.clock,
            ask=memberships.ask,
            at_once=at_once_for(self.settings.bulk_per_second),
            is_cut=lambda: self.contact.is_cut,
            on_sent=self.metrics.lateness.observe,
            progress=self.progress.sending,
        )

    def _new_endpoint(self) -> Endpoint:
        return Endpoint(
            database=self.database,
            outbox=self.outbox,
            bot=self.bot,
            clock=self.clock,
            router=routes,
            default_zone=self.settings.default_timezone,
            operators=self.settings.operators,
            home=home_of(self.settings),
            metrics=self.metrics,
            flood=self._flood,
        )

    def _new_pulse(self) -> Pulse:
        return Pulse(
            database=self.database,
            clock=self.clock,
            metrics=self.metrics,
            leaving=self.endpoint.answers.leaving,
        )

    def _connect(self) -> None:
        """Tell the store whom to tell of pushes, and the outbox where exports come from."""
        self.database.on_statement = count_statement
        self.database.on_answer = self.progress.database.rests
        self.database.room.on_asked = self.progress.database.begins
        self.database.on_planned = self._planned
        self.database.on_stale = self._stale
        self.database.on_mailing = self._mails
        self.database.tells_others = self.settings.direct_database is not None
        self.outbox.maker.write = self._write

    def _jobs(self) -> tuple[Job, ...]:
        looks = LOOKS_ALONE if self.settings.database.dialect == "sqlite" else LOOKS
        answers = Job("answers", looks, self.endpoint.answers.resume)
        pushes, boards = self.reminders.job(looks), self.boards.job(looks)
        mailings = self.mailings.job(looks)
        hastening = hasten(self.database, self.clock, wake=self._look)
        tidying = housekeeping(self.database, self.clock, self.settings.retention)
        copies = backups(self.settings, self.clock)
        return tidying, answers, pushes, boards, mailings, hastening, *copies

    def _look(self) -> None:
        """Look for answers and reminders that may leave now."""
        self.schedule.wake_job("answers")
        self._wake()

    async def start(self) -> None:
        """Listen, reach Telegram however long it takes, and begin to take updates in.

        The database is migrated already. Raises CannotStart when the port is taken, Telegram does
        not know the token, or the database is another bot's.
        """
        self.watchdog.start()
        try:
            await self.web.start()
            await insist(self._introduce, what="reaching Telegram")
            await own_database(self.database, self.bot.id, insist=self._take_over)
            await insist(self._choose_intake, what="choosing how updates come")
        except PortTaken as error:
            raise CannotStart(str(error)) from None
        except InvalidToken:
            raise CannotStart(
                "BOT_TOKEN is not known to Telegram (401); take the one that BotFather shows"
            ) from None
        self._ready = True
        await self._take_over_work()
        self.schedule.start()
        self.contact.on_back = lambda: self.schedule.wake_job(HASTEN)
        self._watching = asyncio.create_task(self.contact.watch(self.bot.get_me), name="contact")
        if self.settings.mode == "polling":
            self._intake = asyncio.create_task(self.polling.run(), name="polling")
        if (direct := self.settings.direct_database) is not None:
            self._beside.append(asyncio.create_task(listen(direct, self._wake), name="listening"))
        menus = offer_menus(self.bot, routes.offered)
        self._beside += [
            asyncio.create_task(menus, name="menus"),
            asyncio.create_task(warm_up(), name="warm up"),
            self._watching,
        ]
        facts = {"version": running_version(), "mode": self.settings.mode, "http": self.web.url}
        log.info("running", bot=self.bot.username, **facts)

    async def stop(self) -> None:
        """Take nothing more in, finish what is in hand, send what is answered, close everything."""
        self._stopping = True
        self.polling.stop()
        self.reminders.stop()
        self.boards.stop()
        self.mailings.stop()
        self.watchdog.stop()
        for task in self._beside:
            task.cancel()
        self.pulse.close()
        ending = Ending()
        await asyncio.gather(
            ending.part("intake", self._end_intake(ending.grace(TAKEN_IN)), by=TAKEN_IN),
            ending.part("web", self.web.stop(), by=TAKEN_IN),
            ending.part("jobs", self.schedule.stop(ending.grace(TAKEN_IN)), by=TAKEN_IN),
        )
        await ending.part("outbox", self.outbox.close(ending.grace(LEFT)), by=LEFT)
        await asyncio.gather(
            ending.part("reminders", self.reminders.close(ending.grace(KEPT)), by=KEPT),
            ending.part("endpoint", self.endpoint.close(), by=KEPT),
        )
        await asyncio.gather(
            ending.part("telegram", self.bot.shutdown(), by=CLOSED),
            ending.part("database", self.database.close(), by=CLOSED),
        )

    async def _write(self, wanted: Export) -> bytes:
        """The file of an export; its chat sees that it is being written, if that takes long."""
        kind = Format(wanted.kind)
        async with self.database.read() as session:
            chat = await session.get_one(Chat, wanted.chat)
        async with self.endpoint.files.at_work(chat.telegram_id):
            return await export(self.database, wanted.chat, kind, now=self.clock.now())

    def _planned(self, at: datetime) -> None:
        """A push was planned: one that is due before the next look is looked for now."""
        if at - self.clock.now() < EVERY:
            self._wake()

    def _stale(self) -> None:
        self.schedule.wake_job("boards")

    def _mails(self) -> None:
        self.schedule.wake_job("mailings")

    def _wake(self) -> None:
        self.schedule.wake_job("reminders")

    async def receive(self, update: RawUpdate) -> None:
        """An update from Telegram; committed on return. Raises when it has to come again."""
        if self._stopping or not self._ready:
            raise NotReady
        await self.endpoint.receive(update)

    async def ended(self) -> None:
        """Return when the intake has ended, which only an error of ours can bring about. Raises
        CannotStart when Telegram does not know the token any more."""
        lasting = {task for task in (self._intake, self._watching) if task is not None}
        await asyncio.wait(lasting, return_when=asyncio.FIRST_COMPLETED)
        if self._watching is not None and self._watching.done():
            raise CannotStart(REVOKED)

    def stuck(self) -> tuple[str, ...]:
        """What makes no progress; nothing while the process is alive."""
        ended = () if self.alive() else ("the intake of updates has ended",)
        return (*ended, *self.progress.stuck())

    def alive(self) -> bool:
        """Whether updates are being taken in, or about to be."""
        return self._intake is None or not self._intake.done()

    async def missing(self) -> tuple[str, ...]:
        """What keeps the bot from serving people; nothing when it is ready."""
        missing = []
        if not self._ready:
            missing.append("Telegram was not reached yet")
        if self._stopping or not self.alive():
            missing.append("updates are not taken in")
        if self.polling.has_rival:
            missing.append("another program takes the updates of this token")
        if complaint := self.skew.complaint:
            missing.append(complaint)
        if not await self.pulse.database_answers():
            missing.append("the database does not answer")
        return tuple(missing)

    def notes(self) -> tuple[str, ...]:
        """What is to be known of a bot that is ready."""
        stands_by = self.settings.mode == "polling" and self.turn.stands_by
        return ("standing by: another process fetches updates",) if stands_by else ()

    def counts(self) -> Mapping[str, int]:
        """What happened since the start, by the keys of `bot.operation.metrics`."""
        request = self.bot.request
        failures = request.failures if isinstance(request, AiohttpRequest) else {}
        return {
            **self.endpoint.counts,
            **{f"push {outcome}": count for outcome, count in self.reminders.counts.items()},
            **{f"letter {became}": count for became, count in self.mailings.counts.items()},
            **{f"telegram {kind}": count for kind, count in failures.items()},
        }

    def _http_routes(self) -> list[web.RouteDef]:
        routes = [*health_routes(self, self.pulse.exposition), self.feeds.route()]
        if self.settings.mode == "webhook":
            path, secret = self.settings.webhook_path, self.settings.secret
            routes.append(webhook_route(path, secret=secret, receive=self.receive))
        return routes

    async def _introduce(self) -> None:
        """Ask Telegram who this bot is. Raises CannotStart if whoever answers is not Telegram."""
        try:
            await self.bot.initialize()
        except (NotTheBotApi, TypeError, KeyError, ValueError, AttributeError) as error:
            raise CannotStart(
                f"TELEGRAM_API_URL is {self.settings.telegram_api_url}, where nobody speaks the "
                f"Bot API: its getMe was answered otherwise ({in_one_line(error)})"
            ) from None

    async def _choose_intake(self) -> None:
        """Tell Telegram how updates come; those that wait already are kept either way."""
        if self.settings.mode == "polling":
            await self.bot.delete_webhook(drop_pending_updates=False)
            return
        await self.bot.set_webhook(
            self.settings.webhook_address,
            secret_token=self.settings.secret,
            allowed_updates=list(ALLOWED_UPDATES),
            max_connections=WEBHOOK_CONNECTIONS,
        )

    async def _take_over_work(self) -> None:
        """Send what a process that was killed has left behind, before anything new comes."""
        if self.settings.mode == "polling":
            await self.turn.tried()
        is_file = self.settings.database.dialect == "sqlite"
        everyone = is_file and not self.turn.stands_by  # then no other process is there
        try:
            await self.endpoint.prepare()
            await self.endpoint.answers.resume(everyone=everyone)
        except Exception:  # the next look, in a minute, tries it again
            log.exception("answers that were left behind were not taken over")

    async def _end_intake(self, grace: float) -> None:
        if self._intake is None:
            return
        _, late = await asyncio.wait({self._intake}, timeout=grace * 0.6)
        for task in late:
            task.cancel()
        await self.turn.give_back()


async def run(settings: Settings, *, take_over: bool = False, ends_process: bool = False) -> int:
    """Run the bot until SIGINT or SIGTERM; the exit code.

    With `take_over` also on the database of another bot, whose messages are forgotten.
    Raises CannotStart with the line to show. With `ends_process` a second signal ends the process
    at once, and so does whatever does not end for ten seconds.
    """
    with stop_signals(ends_process=ends_process) as stop:
        return await _run_until(stop, settings, take_over=take_over)


async def _run_until(stop: asyncio.Event, settings: Settings, *, take_over: bool) -> int:
    application = compose(settings, take_over=take_over)
    if settings.dueto_clock == "stdin":
        following = asyncio.create_task(_follow_clock(application, stop), name="clock")
    try:
        await first_of(_begin(application), stop.wait())
        await first_of(application.ended(), stop.wait())
    finally:
        if settings.dueto_clock:
            following.cancel()
        if stop.is_set():
            log.info("stopping")
        await application.stop()
    return 0 if stop.is_set() else 1


async def _begin(application: Application) -> None:
    await reach(application.database)
    await migrate(application.database, beside_later=True)
    await application.start()


async def _follow_clock(application: Application, stop: asyncio.Event) -> None:
    """Obey the playground's lines on standard input, and answer on standard output.

    Their end means that the playground has ended, and so does the bot.
    """
    orders = asyncio.StreamReader()
    protocol = asyncio.StreamReaderProtocol(orders)
    await asyncio.get_running_loop().connect_read_pipe(lambda: protocol, sys.stdin)
    reminders, wake = application.reminders, application.schedule.wake
    await follow(Follower(application.clock, reminders, wake=wake), orders, _say)
    stop.set()


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()
