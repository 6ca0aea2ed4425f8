import { useEffect, useRef } from "react";
import { createGrid } from "../univer/browser";

export function Page() {
  const container = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!container.current) return;
    const grid = createGrid(container.current);
    (globalThis as unknown as { workbench: unknown }).workbench = { grid };
    return () => grid.dispose();
  }, []);
  return <div className="grid" ref={container} />;
}
