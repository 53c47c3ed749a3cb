declare module "d3-flextree" {
  import type { HierarchyNode } from "d3";

  export interface FlextreeNode<Datum> extends HierarchyNode<Datum> {
    x: number;
    y: number;
    readonly xSize: number;
    readonly ySize: number;
  }

  export interface FlextreeLayout<Datum> {
    (tree: FlextreeNode<Datum>): FlextreeNode<Datum>;
    hierarchy(data: Datum): FlextreeNode<Datum>;
  }

  export function flextree<Datum>(options: {
    children?: (data: Datum) => Datum[] | undefined;
    nodeSize?: (node: FlextreeNode<Datum>) => [number, number];
    spacing?: number | ((a: FlextreeNode<Datum>, b: FlextreeNode<Datum>) => number);
  }): FlextreeLayout<Datum>;
}
