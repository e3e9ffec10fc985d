// The connection to the server: a WebSocket that brings each change of the world, and requests
// (deeds) that change it.

export function listen(onEvent, onState) {
  let pause = 500;
  const open = () => {
    const socket = new WebSocket(`ws://${location.host}/live`);
    socket.onopen = () => {
      pause = 500;
      onState(true);
    };
    socket.onmessage = (message) => onEvent(JSON.parse(message.data));
    socket.onclose = () => {
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

export async function deed(name, fields) {
  const response = await fetch(`/deeds/${name}`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(fields),
  });
  return answerOf(response);
}

export async function sendFile(file, fields) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    if (value !== null && value !== undefined) form.append(name, String(value));
  }
  form.append("file", file, file.name);
  return answerOf(await fetch("/deeds/file", { method: "POST", body: form }));
}
