"""What Redis carries out, all at once and by its own clock."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from ._slot_store import Ask, Reply

__all__ = ["SCRIPT", "arguments", "reply"]

# A slot is a member of a sorted set, its score the microsecond at which it is free again.
# The state has its own key: slots are forgotten when they are free, and that is no loss.
SCRIPT = """
local slots, state = KEYS[1], KEYS[2]
local limit, window, lease = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
local known, pause = ARGV[4], tonumber(ARGV[6])
local taken, freed = tonumber(ARGV[7]), tonumber(ARGV[8])
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]

-- After its clock was set back, slots and pauses would be kept for longer than they last.
if tonumber(redis.call('HGET', state, 'seen') or 0) > now + 1000000 then
  redis.call('DEL', slots, state)
end
redis.call('HSET', state, 'seen', now)

redis.call('HSETNX', state, 'name', ARGV[5])
local name = redis.call('HGET', state, 'name')
local paused = tonumber(redis.call('HGET', state, 'paused') or 0)
if pause > 0 and now + pause > paused then
  paused = now + pause
  redis.call('HSET', state, 'paused', paused)
end
redis.call('PEXPIRE', state, math.max(86400000, math.ceil((paused - now) / 1000)))

local at = 9
for i = at, at + 2 * taken - 1, 2 do
  redis.call('ZADD', slots, now + ARGV[i + 1], ARGV[i])
end
at = at + 2 * taken
for i = at, at + freed - 1 do
  redis.call('ZREM', slots, ARGV[i])
end
at = at + freed

redis.call('ZREMRANGEBYSCORE', slots, '-inf', now)
local free = limit - redis.call('ZCARD', slots)
local granted = 0
if now >= paused and (known == '' or known == name) then
  for i = at, #ARGV do
    if free <= 0 then break end
    redis.call('ZADD', slots, now + lease, ARGV[i])
    granted, free = granted + 1, free - 1
  end
end
redis.call('PEXPIRE', slots, math.ceil(2 * lease / 1000))

local wait, resets = 0, 0
if free <= 0 then
  wait = redis.call('ZRANGE', slots, 0 - free, 0 - free, 'WITHSCORES')[2] - now
end
local last = redis.call('ZRANGE', slots, -1, -1, 'WITHSCORES')[2]
if last then resets = math.min(last - now, window) end
paused = math.max(0, paused - now)
return {name, granted, math.max(0, free), math.max(wait, paused), paused, math.max(resets, paused)}
"""


def arguments(ask: Ask, new_name: str) -> list[str | int]:
    """The script's arguments; `new_name` is the state's if it has none."""
    return [
        ask.limit.requests,
        _micro(ask.limit.seconds),
        _micro(ask.lease),
        ask.known or "",
        new_name,
        _micro(ask.pause),
        len(ask.taken),
        len(ask.freed),
        *(each for slot, left in ask.taken.items() for each in (slot, _micro(left))),
        *ask.freed,
        *ask.wanted,
    ]


def reply(answer: object) -> Reply:
    """What the script's answer means."""
    name, granted, free, wait, paused, resets = cast("Sequence[bytes | int]", answer)
    return Reply(
        state=name.decode() if isinstance(name, bytes) else str(name),
        granted=int(granted),
        free=int(free),
        wait=int(wait) / 1e6,
        paused=int(paused) / 1e6,
        resets=int(resets) / 1e6,
    )


def _micro(seconds: float) -> int:
    # Rounded up: a slot must not be free before its time.
    return -int(-seconds * 1e6 // 1)
