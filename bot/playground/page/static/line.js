// The two ways to the server: a live line that brings every change, and deeds that make some.

export function listen(onEvent, onState) {
  let pause = 500;
  const open = () => {
    const line = new WebSocket(`ws://${location.host}/live`);
    line.onopen = () => {
      pause = 500;
      onState(true);
    };
    line.onmessage = (message) => onEvent(JSON.parse(message.data));
    line.onclose = () => {
      onState(false);
      setTimeout(open, pause);
      pause = Math.min(pause * 2, 8000);
    };
  };
  open();
}

async function answerOf(response) {
  const answer = await response.json().catch(() => ({ error: `status ${response.status}` }));
  if (!response.ok) throw new Error(answer.error);
  return answer.result;
}

export async function deed(name, wish) {
  const response = await fetch(`/deeds/${name}`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(wish),
  });
  return answerOf(response);
}

export async function sendFile(file, wish) {
  const form = new FormData();
  for (const [name, value] of Object.entries(wish)) {
    if (value !== null && value !== undefined) form.append(name, String(value));
  }
  form.append("file", file, file.name);
  return answerOf(await fetch("/deeds/file", { method: "POST", body: form }));
}
