import type { ImageMetadata } from 'astro';

/**
 * Width, height and format of a picture, without touching the picture itself. Astro 7.3.5 publishes an original as
 * soon as any of its properties is read. A photo straight from the camera is large and may say where it was taken.
 */
export function dimensionsOf(src: ImageMetadata): Pick<ImageMetadata, 'width' | 'height' | 'format'> {
  return (src as ImageMetadata & { clone?: ImageMetadata }).clone ?? src;
}
