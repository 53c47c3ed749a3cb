import { zoomIdentity } from "d3";
import { Markmap } from "markmap-view";
import MindElixir from "mind-elixir";
import type { OutlineNode } from "../../src/outline/node.ts";
import { MapView } from "../../src/client/map/map-view.ts";
import { connectFolding, toggle } from "../../src/client/map/folding.ts";
import type { MapNode } from "../../src/client/map/map-view.ts";
import { DEFAULT_OPTIONS } from "../../src/mindmap/theme.ts";
import "../../src/styles/tokens.css";
import "../../src/styles/map.css";

/** What a map library does with a map, in milliseconds, elements and bytes. */
export interface Timings {
  picture: number;
  panMedian: number;
  panP95: number;
  fold: number;
  elements: number;
  heap: number;
}

/** What the whole map takes, in pixels: the view box of a page's static picture. */
export interface Frame {
  x: number;
  y: number;
  width: number;
  height: number;
}

interface Player {
  /** Shows the map; resolves when the library says that it is drawn. */
  show(): Promise<unknown>;
  /** Moves the map by some pixels. */
  pan(): void;
  /** Folds or unfolds the first branch. */
  fold(): unknown;
}

const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));

/** Resolves when the next frame has been painted: a message posted within a frame is delivered after its painting. */
const painted = () =>
  new Promise<void>((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener("message", () => resolve(), { once: true });
    port1.start();
    requestAnimationFrame(() => port2.postMessage(undefined));
  });

async function play(host: HTMLElement, { show, pan, fold }: Player): Promise<Timings> {
  const start = performance.now();
  await show();
  await painted();
  const picture = performance.now() - start;
  await new Promise((resolve) => setTimeout(resolve, 800));
  const frames: number[] = [];
  let last = await frame();
  for (let step = 0; step < 40; step += 1) {
    pan();
    const now = await frame();
    frames.push(now - last);
    last = now;
  }
  frames.sort((a, b) => a - b);
  const elements = host.querySelectorAll("*").length;
  const before = performance.now();
  await fold();
  await painted();
  const foldTime = performance.now() - before;
  const { memory } = performance as Performance & { memory?: { usedJSHeapSize: number } };
  return {
    picture,
    panMedian: frames[20] ?? 0,
    panP95: frames[37] ?? 0,
    fold: foldTime,
    elements,
    heap: memory?.usedJSHeapSize ?? 0,
  };
}

function createSvg(host: HTMLElement): SVGSVGElement {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.classList.add("map");
  svg.style.cssText = "width:100%;height:100%;display:block";
  host.append(svg);
  return svg;
}

function ours(host: HTMLElement, root: OutlineNode, { x, y, width, height }: Frame): Player {
  let view: MapView;
  return {
    show: async () => {
      view = new MapView(createSvg(host), {
        map: { ...DEFAULT_OPTIONS, initialExpandLevel: -1 },
        layoutName: "right",
        linkTo: (node) => `#${node.payload.id}`,
      });
      view.options.duration = 0;
      connectFolding(view);
      // As in a page: the map stands where its static picture stands, whose frame is known.
      const scale = Math.min(host.clientWidth / width, host.clientHeight / height);
      view.svg.call(view.zoom.transform, zoomIdentity.scale(scale).translate(-x, -y));
      await view.show(root);
    },
    pan: () => view.svg.call(view.zoom.translateBy, 7, 3),
    fold: () => toggle(view, view.root.children[0] as MapNode),
  };
}

function markmap(host: HTMLElement, root: OutlineNode): Player {
  let map: Markmap;
  return {
    show: async () => {
      map = Markmap.create(createSvg(host), { duration: 0, initialExpandLevel: -1 });
      await map.setData(root as never);
      await map.fit();
    },
    pan: () => map.svg.call(map.zoom.translateBy, 7, 3),
    fold: () => map.state.data?.children[0] && map.toggleNode(map.state.data.children[0]),
  };
}

function elixir(host: HTMLElement, root: OutlineNode): Player {
  interface Topic {
    id: string;
    topic: string;
    children: Topic[];
    expanded: boolean;
  }
  const toTopic = (node: OutlineNode): Topic => ({
    id: node.payload.id,
    topic: node.content,
    expanded: true,
    children: node.children.map(toTopic),
  });
  let map: InstanceType<typeof MindElixir>;
  const first = root.children[0]?.payload.id ?? "";
  return {
    show: async () => {
      map = new MindElixir({ el: host, direction: MindElixir.RIGHT, editable: false });
      map.init({ nodeData: toTopic(root) } as never);
      map.scaleFit?.();
    },
    pan: () => map.move(7, 3),
    fold: () => map.expandNode(map.findEle(first), false),
  };
}

const PLAYERS = { ours, "markmap-view": markmap, "mind-elixir": elixir };

/** A page that is being read: its text is painted in every font a map may use, and nothing is left to collect. */
async function settle(): Promise<void> {
  const text = document.createElement("p");
  text.style.cssText = "position:absolute;opacity:0.01";
  for (const font of [
    "var(--font-sans)",
    "bold 1em var(--font-sans)",
    "300 16px sans-serif",
    "16px arial, sans-serif",
  ]) {
    const words = document.createElement("span");
    words.style.font = font.startsWith("var") ? `1em ${font}` : font;
    words.textContent = "Every good boy does fine, 0123456789";
    text.append(words);
  }
  document.body.append(text);
  await document.fonts.ready;
  (window as { gc?: () => void }).gc?.();
  await painted();
  await new Promise((resolve) => setTimeout(resolve, 100));
}

Object.assign(window, {
  bench: async (name: keyof typeof PLAYERS, root: OutlineNode, frame: Frame) => {
    await settle();
    const host = document.createElement("div");
    host.style.cssText = "position:absolute;inset:0";
    document.body.append(host);
    return play(host, PLAYERS[name](host, root, frame));
  },
});
