import pytest
from tests.support.conversations import Conversation

@pytest.fixture
def dialect(): return "sqlite"

async def test_x(anywhere: Conversation) -> None:
    c=anywhere
    async def say(t):
        r=await c.says("ann",t)
        print(">",t); print("   "+r.replace("\n","\n   ")); print("   ",c.buttons("ann"))
    await c.adds("ann","A tomorrow 9:30","B friday","C every monday 10:00", *["T%d"%k for k in range(4,8)])
    for t in open("/tmp/scratch/talk.txt").read().splitlines():
        if t.startswith("press "): 
            print("*",t); print("   "+(await c.presses("ann",t[6:])).replace("\n","\n   ")); print("   ",c.buttons("ann"))
        elif t.strip(): await say(t)
