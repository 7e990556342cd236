import { useEffect, useRef, useState } from "react";

const EVERY_MS = 4_000;

/** Reads out what changes by itself, a whole sentence and not every time: where it stands after a pause. */
export function Announcement({ text }: { text: string }) {
  const latest = useRef(text);
  const heard = useRef(text);
  const [said, setSaid] = useState("");
  useEffect(() => {
    latest.current = text;
  }, [text]);
  useEffect(() => {
    const timer = setInterval(() => {
      if (latest.current === heard.current) return;
      heard.current = latest.current;
      setSaid(latest.current);
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  return (
    <p className="visually-hidden" role="status">
      {said}
    </p>
  );
}
