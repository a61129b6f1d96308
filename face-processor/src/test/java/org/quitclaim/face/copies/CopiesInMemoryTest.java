package org.quitclaim.face.copies;

class CopiesInMemoryTest extends CopyIndexContract {
    @Override
    CopyIndex empty() {
        return new CopiesInMemory();
    }
}
