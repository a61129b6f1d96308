package org.quitclaim.face.detect;

/**
 * A box and the view on which it was found.
 *
 * @param box in pixels of the view
 */
record OnView(View view, Corners box) {

    Corners onPicture() {
        return view.onPicture(box);
    }
}
